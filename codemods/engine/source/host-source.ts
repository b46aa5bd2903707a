import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { Node, Source } from 'eslint-plugin-octollm/patterns';
import type { Comment as RawComment } from 'oxc-parser';
import { LineIndex, type Position } from './line-index.ts';
import type { ParsedSource } from './parse-source.ts';
import { analyzeScopes } from './scopes.ts';

/** A parsed file as the rules ask it: what they read of ESLint's `sourceCode`, each part made when it is first read. */
export class HostSource implements Source {
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly visitorKeys: Source['visitorKeys'] = visitorKeys;
  readonly hasBOM: boolean;
  readonly parserServices: Readonly<Record<string, never>> = {};
  readonly #parsed: ParsedSource;
  #lineIndex: LineIndex | undefined;
  #lines: string[] | undefined;
  #scopes: ScopeManager | undefined;
  #comments: TSESTree.Comment[] | undefined;

  constructor(parsed: ParsedSource) {
    this.#parsed = parsed;
    this.text = parsed.text;
    this.ast = parsed.program;
    this.hasBOM = parsed.hasBOM;
  }

  get scopeManager(): ScopeManager {
    return (this.#scopes ??= analyzeScopes(this.#parsed));
  }

  get lineIndex(): LineIndex {
    return (this.#lineIndex ??= new LineIndex(this.text));
  }

  get lines(): string[] {
    return (this.#lines ??= this.text.split(/\r\n|[\r\n\u2028\u2029]/u));
  }

  getText(node?: Node): string {
    return node ? this.text.slice(node.range[0], node.range[1]) : this.text;
  }

  getLocFromIndex(index: number): Position {
    return this.lineIndex.getPosition(index);
  }

  getIndexFromLoc(position: Position): number {
    return this.lineIndex.getStart(position.line - 1) + position.column;
  }

  getAllComments(): TSESTree.Comment[] {
    return (this.#comments ??= this.#parsed.comments.map((comment) => this.#toComment(comment)));
  }

  #toComment(comment: RawComment): TSESTree.Comment {
    const getLoc = (): TSESTree.SourceLocation => ({
      start: this.getLocFromIndex(comment.start),
      end: this.getLocFromIndex(comment.end),
    });
    const made = {
      type: comment.type,
      value: comment.value,
      range: [comment.start, comment.end],
      get loc() {
        return getLoc();
      },
    };
    // The dialect has an enum for `type` whose values are these very strings.
    return made as unknown as TSESTree.Comment;
  }
}
