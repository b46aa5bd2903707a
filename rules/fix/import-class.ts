import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { onceAFile } from '../patterns/once-a-file.ts';
import type { Source } from '../patterns/source.ts';
import { findModuleAccess } from './module-access.ts';

export interface ImportedClass {
  /** The name by which the class is used in this file; another one where its own is taken. */
  readonly local: string;
  /** Brings the import along; nothing where it is there already. */
  readonly edit: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];
}

const getImported: (source: Source) => Map<string, ImportedClass> = onceAFile(() => new Map());

/** Makes a class of a module usable in a file: reuses or extends its import, else adds one where imports stand. */
export function importClass(source: Source, module: string, className: string): ImportedClass {
  const imported = getImported(source);
  const key = `${className} of ${module}`;
  // The same few classes are offered at many places of a file.
  const known = imported.get(key) ?? planImport(source, module, className);
  imported.set(key, known);
  return known;
}

function planImport(source: Source, module: string, className: string): ImportedClass {
  const { local, extendable } = findModuleAccess(source, module, className);
  if (local) return { local, edit: () => [] };
  const free = getFreeName(source, className);
  const place = getImportPlace(source);
  const rename = extendable?.type === 'Property' || place.isRequire ? ': ' : ' as ';
  const specifier = free === className ? className : `${className}${rename}${free}`;
  if (extendable) return { local: free, edit: (fixer) => [fixer.insertTextAfter(extendable, `, ${specifier}`)] };
  const { quote, end } = place.style;
  const statement = place.isRequire
    ? `const { ${specifier} } = require(${quote}${module}${quote})${end}`
    : `import { ${specifier} } from ${quote}${module}${quote}${end}`;
  return { local: free, edit: (fixer) => [insertStatement(fixer, place, statement)] };
}

/** Another variable of that name may stand anywhere in the file; then ours comes under another one. */
function getFreeName(source: Source, className: string): string {
  let name = className;
  while (isTaken(source, name)) name = `OctoLLM${name}`;
  return name;
}

/** Whether a scope of the file declares a name, or the file expects it from outside. */
function isTaken({ text, scopeManager }: Source, name: string): boolean {
  // What does not stand in the text needs no look at the scopes.
  if (!scopeManager || !text.includes(name)) return false;
  return (
    scopeManager.scopes.some((scope) => scope.set.has(name)) ||
    scopeManager.scopes[0]?.through.some(({ identifier }) => identifier.name === name) === true
  );
}

/** Where and in which form a file takes a further import. */
interface ImportPlace {
  readonly position: number;
  readonly isBehindImport: boolean;
  readonly isRequire: boolean;
  readonly style: Style;
  readonly lineEnd: string;
}

/** Found once a file: several classes may be offered at each of its throws. */
const getImportPlace: (source: Source) => ImportPlace = onceAFile((source) => {
  const last = source.ast.body.findLast((node) => node.type === 'ImportDeclaration');
  return {
    position: last ? getEnd(source, last) : getStart(source),
    isBehindImport: last !== undefined,
    isRequire: !last && usesRequire(source),
    style: getStyle(source, last),
    lineEnd: source.text.includes('\r\n') ? '\r\n' : '\n',
  };
});

function usesRequire(source: Source): boolean {
  if (source.ast.body.some((node) => /^(?:TS)?(?:Import|Export)/.test(node.type))) return false;
  return /\brequire\s*\(|\bmodule\.exports\b/.test(source.text);
}

interface Style {
  readonly quote: string;
  readonly end: string;
}

function getStyle({ text }: Source, model: TSESTree.ImportDeclaration | undefined): Style {
  if (model) {
    const written = text.slice(model.range[0], model.range[1]);
    return { quote: written.includes('"') ? '"' : "'", end: written.endsWith(';') ? ';' : '' };
  }
  const quote = countOf(text, '"') > countOf(text, "'") ? '"' : "'";
  return { quote, end: /;\s*(?:[\r\n}]|$)/.test(text) ? ';' : '' };
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}

function insertStatement(fixer: TSESLint.RuleFixer, place: ImportPlace, statement: string): TSESLint.RuleFix {
  const { position, isBehindImport, lineEnd } = place;
  return fixer.insertTextAfterRange(
    [position, position],
    isBehindImport ? `${lineEnd}${statement}` : `${statement}${lineEnd}`,
  );
}

/** A comment behind the last import stays on its line. */
function getEnd(source: Source, last: TSESTree.ImportDeclaration): number {
  const rest = /^[^\r\n]*/.exec(source.text.slice(last.range[1]))?.[0] ?? '';
  const isComment = /^[ \t]*(?:\/\/.*|\/\*.*\*\/[ \t]*)?$/.test(rest);
  return last.range[1] + (isComment ? rest.length : 0);
}

/** Behind the byte order mark, the hashbang, the leading comment block and the directives. */
function getStart(source: Source): number {
  const directives = source.ast.body.filter((node) => node.type === 'ExpressionStatement' && node.directive);
  const last = directives.at(-1);
  if (last) return skipLine(source.text, last.range[1]);
  const first = source.ast.body[0];
  let position = source.text.startsWith('#!') ? skipLine(source.text, 0) : 0;
  for (const comment of source.getAllComments()) {
    if (comment.range[0] < position || (first && comment.range[0] >= first.range[0])) continue;
    if (source.text.slice(position, comment.range[0]).trim() !== '') break;
    // A comment that touches the first statement belongs to it, not to the file.
    const after = skipLine(source.text, comment.range[1]);
    const isHeader = comment.type === 'Block' && /^[ \t]*\r?\n/.test(source.text.slice(after));
    if (!isHeader) break;
    position = after;
  }
  return position;
}

function skipLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end + 1;
}
