import type { TSESTree } from '@typescript-eslint/utils';
import type { Source } from '../source.ts';
import { findHeaderEnd } from './header.ts';
import { getRequired } from './module-statement.ts';
import { getIndent, readRestOfLine, skipSpaces } from './scan-text.ts';
import { getTopLevel } from './top-level.ts';

export type ImportForm = 'import' | 'require';

/** Where a file takes further imports, each on a line of its own, and what parts them from their neighbours. */
export interface ImportPlace {
  readonly start: number;
  /** Behind the white space that they take the place of. */
  readonly end: number;
  readonly indent: string;
  /** The statement behind which they stand. */
  readonly anchor: TSESTree.ProgramStatement | undefined;
  readonly lineEndsBefore: number;
  readonly lineEndsAfter: number;
  /** Whether a statement without its semicolon would run into what follows. */
  readonly needsSemicolon: boolean;
}

/** Finds the place behind the imports of a file; where it has none, behind what has to stand first: hashbang, licence, directives. */
export function findImportPlace(source: Source, form: ImportForm): ImportPlace {
  const anchor = form === 'import' ? findLastImport(source) : findLastOfFirstRequires(source);
  if (anchor) return findPlaceBehind(source, anchor);
  return findFirstPlace(source);
}

function findLastImport(source: Source): TSESTree.ProgramStatement | undefined {
  return getTopLevel(source).statements.findLast(
    ({ type }) => type === 'ImportDeclaration' || type === 'TSImportEqualsDeclaration',
  );
}

/** Only a `require` that runs before all other code is sure to have run when a name of it is used. */
function findLastOfFirstRequires(source: Source): TSESTree.ProgramStatement | undefined {
  let last: TSESTree.ProgramStatement | undefined;
  for (const statement of getTopLevel(source).statements) {
    if (isDirective(statement)) continue;
    if (!isRequire(statement)) break;
    last = statement;
  }
  return last;
}

function isRequire(statement: TSESTree.ProgramStatement): boolean {
  if (statement.type === 'ExpressionStatement') return getRequired(statement.expression) !== undefined;
  return (
    statement.type === 'VariableDeclaration' &&
    statement.declarations.every(({ init }) => isRequiring(init) || isTakenApart(init))
  );
}

/** `require('a')`, `require('a').b`, `require('a')(options)` */
function isRequiring(node: TSESTree.Node | null): boolean {
  if (node?.type === 'MemberExpression') return isRequiring(node.object);
  if (node?.type === 'CallExpression') return getRequired(node) !== undefined || isRequiring(node.callee);
  return false;
}

/** `const { b } = a;` between requires */
function isTakenApart(node: TSESTree.Node | null): boolean {
  return node?.type === 'Identifier';
}

function findPlaceBehind(source: Source, anchor: TSESTree.ProgramStatement): ImportPlace {
  const end = getStatementEnd(source, anchor);
  const { end: start, hasCode } = readRestOfLine(source, end);
  return {
    start: hasCode ? end : start,
    end: hasCode ? end : start,
    indent: getIndent(source.text, anchor.range[0]) ?? '',
    anchor,
    lineEndsBefore: 1,
    lineEndsAfter: 0,
    needsSemicolon: hasCode,
  };
}

/** Without a semicolon that only begins the next line: `import a from 'a'⏎;[1].map(f)`. */
export function getStatementEnd({ text }: Source, { range: [start, end] }: TSESTree.Node): number {
  const written = /^([^]*?)[ \t]*[\r\n]\s*;$/.exec(text.slice(start, end))?.[1];
  return written === undefined ? end : start + written.length;
}

function findFirstPlace(source: Source): ImportPlace {
  const { text } = source;
  const directive = getTopLevel(source).statements.findLast(isDirective);
  const place = { indent: '', anchor: undefined, lineEndsBefore: 0, lineEndsAfter: 2, needsSemicolon: false };
  if (directive) {
    const { end, hasCode } = readRestOfLine(source, directive.range[1]);
    if (hasCode) return { ...place, start: end, end: skipSpaces(text, end), lineEndsBefore: 1, needsSemicolon: true };
    return atNextText(text, end, place);
  }
  return atNextText(text, findHeaderEnd(source), place);
}

/** An empty line that stands there already stays before the imports, and they bring their own. */
function atNextText(text: string, from: number, place: Omit<ImportPlace, 'start' | 'end'>): ImportPlace {
  const blank = /^(?:[ \t]*(?:\r?\n|$))*/.exec(text.slice(from))?.[0].length ?? 0;
  const start = from + blank;
  const isBehindLine = start > 0 && text[start - 1] !== '\n';
  return {
    ...place,
    start,
    end: start,
    lineEndsBefore: isBehindLine ? 1 : 0,
    lineEndsAfter: start === text.length ? 1 : place.lineEndsAfter,
  };
}

function isDirective(statement: TSESTree.ProgramStatement): boolean {
  return statement.type === 'ExpressionStatement' && typeof statement.directive === 'string';
}
