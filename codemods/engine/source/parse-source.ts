import type { TSESTree } from '@typescript-eslint/types';
import { parseSync, type Comment, type OxcError, type ParseResult } from 'oxc-parser';
import { getParserOptions } from './language.ts';
import { LineIndex } from './line-index.ts';

/** A file that parsed; its nodes have neither `parent` nor `range` before `linkNodes` has run. */
export interface ParsedSource {
  /** The text without its byte order mark: what offsets count in. */
  readonly text: string;
  readonly hasBOM: boolean;
  readonly program: TSESTree.Program;
  readonly comments: readonly Comment[];
  readonly isCommonJs: boolean;
}

/** Why a file does not parse, and where. */
export interface SyntaxProblem {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

export type ParseOutcome =
  | { readonly parsed: ParsedSource; readonly problem?: never }
  | { readonly parsed?: never; readonly problem: SyntaxProblem };

/** Parses a file with oxc-parser into the TS-ESTree dialect. */
export function parseSource(path: string, content: string): ParseOutcome {
  const hasBOM = content.charCodeAt(0) === 0xfeff;
  const text = hasBOM ? content.slice(1) : content;
  const options = getParserOptions(path);
  let result = parseSync(path, text, options);
  let [problem] = findProblems(result);
  // CommonJS files may `return` at the top level, and nothing in their names tells.
  if (problem && /'return' statement/.test(problem.message)) {
    result = parseSync(path, text, { ...options, sourceType: 'commonjs' });
    [problem] = findProblems(result);
  }
  if (problem) return { problem: describe(problem, text) };
  return { parsed: createParsedSource(text, hasBOM, result) };
}

/** The tree stays in the form that the parser hands over until someone reads it, which is a third of the work of parsing. */
function createParsedSource(text: string, hasBOM: boolean, result: ParseResult): ParsedSource {
  return {
    text,
    hasBOM,
    get program() {
      // oxc-parser types its own copy of the dialect; the trees are the same.
      return result.program as unknown as TSESTree.Program;
    },
    get comments() {
      return result.comments;
    },
    get isCommonJs() {
      return String(result.program.sourceType) === 'commonjs';
    },
  };
}

function findProblems(result: ParseResult): OxcError[] {
  return result.errors.filter(({ severity }) => severity === 'Error');
}

function describe(problem: OxcError, text: string): SyntaxProblem {
  const { line, column } = new LineIndex(text).getPosition(problem.labels[0]?.start ?? 0);
  const reason = problem.message.replace(/\s+/g, ' ').replace(/\.$/, '');
  return { line, column: column + 1, reason };
}
