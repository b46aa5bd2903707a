import type { TSESTree } from '@typescript-eslint/types';
import { getStatementEnd, walk, type Node, type Source } from 'eslint-plugin-octollm/patterns';

/** How a file is written, so that new text looks like the old. */
export interface CodeStyle {
  readonly quote: "'" | '"';
  /** A semicolon, or nothing where statements end without one. */
  readonly semicolon: ';' | '';
  readonly lineEnd: '\n' | '\r\n';
  /** One step of indentation. */
  readonly indent: string;
  readonly hasTrailingCommas: boolean;
  /** A space inside the braces of object literals and import lists, or nothing. */
  readonly bracketSpace: ' ' | '';
}

/** Reads the style of a file from what most of it does; a file without evidence is taken as Prettier writes. */
export function detectCodeStyle(source: Source): CodeStyle {
  const { text } = source;
  return {
    quote: detectQuote(source),
    semicolon: detectSemicolon(source),
    lineEnd: countOf(text, /\r\n/g) * 2 > countOf(text, /\n/g) ? '\r\n' : '\n',
    indent: detectIndent(text),
    hasTrailingCommas: countOf(text, /,[ \t]*\r?\n\s*[)\]}]/g) >= countOf(text, /[^\s,;{([][ \t]*\r?\n\s*[\])]/g),
    bracketSpace: countOf(text, /[{,(=]\s*\{\w|import \{\w/g) > countOf(text, /\{ \w/g) ? '' : ' ',
  };
}

/** The quotes of module specifiers decide: those of other strings depend on what is in them. */
function detectQuote({ ast, text }: Source): CodeStyle['quote'] {
  let double = 0;
  let single = 0;
  for (const statement of ast.body) {
    const specifier = getModuleSpecifier(statement);
    if (!specifier) continue;
    if (text[specifier.range[0]] === '"') double++;
    else single++;
  }
  if (double !== single) return double > single ? '"' : "'";
  return countOf(text, /"/g) > countOf(text, /'/g) ? '"' : "'";
}

function getModuleSpecifier(statement: TSESTree.ProgramStatement): TSESTree.Node | null | undefined {
  if (statement.type === 'ImportDeclaration' || statement.type === 'ExportAllDeclaration') return statement.source;
  return statement.type === 'ExportNamedDeclaration' ? statement.source : undefined;
}

const endedBySemicolon: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'ExpressionStatement',
  'VariableDeclaration',
  'ReturnStatement',
  'ThrowStatement',
  'ExportAllDeclaration',
]);

/** The top level decides, as it holds the imports; statements further in only where it has none to tell by. */
function detectSemicolon(source: Source): CodeStyle['semicolon'] {
  const statements: Node[] = source.ast.body.filter(({ type }) => endedBySemicolon.has(type));
  if (statements.length === 0)
    walk(source, source.ast, (node) => {
      if (endedBySemicolon.has(node.type) && !/^For/.test(node.parent?.type ?? '')) statements.push(node);
    });
  const written = statements.filter((node) => source.text[getStatementEnd(source, node) - 1] === ';').length;
  if (statements.length > 0) return written * 2 >= statements.length ? ';' : '';
  return /[\w)\]'"`][ \t]*\r?\n/.test(source.text) && !/;[ \t]*(?:\r?\n|$)/.test(source.text) ? '' : ';';
}

function detectIndent(text: string): string {
  const counts = new Map<string, number>();
  for (const [, indent] of text.matchAll(/\{[ \t]*\r?\n([ \t]+)\S/g)) {
    if (indent === undefined) continue;
    const unit = indent.startsWith('\t') ? '\t' : indent;
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  if (counts.size === 0) return '  ';
  const tabs = counts.get('\t') ?? 0;
  const spaces = [...counts].filter(([unit]) => unit !== '\t');
  if (tabs * 2 > [...counts.values()].reduce((sum, count) => sum + count, 0)) return '\t';
  // Nested blocks indent by several steps: the shortest one that is not rare is the step.
  const total = spaces.reduce((sum, [, count]) => sum + count, 0);
  const common = spaces.filter(([, count]) => count * 20 >= total).map(([unit]) => unit.length);
  return ' '.repeat(Math.min(8, ...common));
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
