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

/** What the first line of a block has before that of its brace, which leaves out how deep both are. */
function detectIndent(text: string): string {
  const counts = new Map<string, number>();
  for (const [, outer = '', inner = ''] of text.matchAll(/^([ \t]*)\S.*\{[ \t]*\r?\n([ \t]+)\S/gm)) {
    const step = inner.startsWith(outer) ? inner.slice(outer.length) : '';
    const unit = step.startsWith('\t') ? '\t' : step;
    if (unit !== '' && unit.length <= 8) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, first], [, second]) => second - first);
  return most?.[0] ?? '  ';
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
