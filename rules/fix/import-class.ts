import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Source } from '../patterns/source.ts';
import { findModuleAccess } from './module-access.ts';

export interface ImportedClass {
  /** The name by which the class is used in this file; another one where its own is taken. */
  readonly local: string;
  /** Brings the import along; nothing where it is there already. */
  readonly edit: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];
}

/** Makes a class of a module usable in a file: reuses or extends its import, else adds one where imports stand. */
export function importClass(source: Source, module: string, className: string): ImportedClass {
  const { local, extendable } = findModuleAccess(source, module, className);
  if (local) return { local, edit: () => [] };
  const free = getFreeName(source, className);
  const rename = extendable?.type === 'Property' || usesRequire(source) ? ': ' : ' as ';
  const specifier = free === className ? className : `${className}${rename}${free}`;
  if (extendable) return { local: free, edit: (fixer) => [fixer.insertTextAfter(extendable, `, ${specifier}`)] };
  const imports = source.ast.body.filter((node) => node.type === 'ImportDeclaration');
  const style = getStyle(source, imports);
  const statement = usesRequire(source)
    ? `const { ${specifier} } = require(${style.quote}${module}${style.quote})${style.end}`
    : `import { ${specifier} } from ${style.quote}${module}${style.quote}${style.end}`;
  return { local: free, edit: (fixer) => [insertStatement(fixer, source, imports, statement)] };
}

/** Another variable of that name may stand anywhere in the file; then ours comes under another one. */
function getFreeName(source: Source, className: string): string {
  const taken = getTakenNames(source);
  let name = className;
  while (taken.has(name)) name = `OctoLLM${name}`;
  return name;
}

const takenNames = new WeakMap<TSESTree.Program, ReadonlySet<string>>();

/** Every name that a scope of the file declares or looks for outside; read once, for all suggestions in the file. */
function getTakenNames(source: Source): ReadonlySet<string> {
  const known = takenNames.get(source.ast);
  if (known) return known;
  const names = new Set<string>();
  for (const scope of source.scopeManager?.scopes ?? []) {
    for (const name of scope.set.keys()) names.add(name);
    for (const { identifier } of scope.through) names.add(identifier.name);
  }
  takenNames.set(source.ast, names);
  return names;
}

function usesRequire(source: Source): boolean {
  if (source.ast.body.some((node) => /^(?:TS)?(?:Import|Export)/.test(node.type))) return false;
  return /\brequire\s*\(|\bmodule\.exports\b/.test(source.text);
}

interface Style {
  readonly quote: string;
  readonly end: string;
}

function getStyle(source: Source, imports: readonly TSESTree.ImportDeclaration[]): Style {
  const model = imports.at(-1);
  const text = model ? source.text.slice(model.range[0], model.range[1]) : '';
  const quote = model
    ? text.includes('"')
      ? '"'
      : "'"
    : countOf(source.text, '"') > countOf(source.text, "'")
      ? '"'
      : "'";
  const end = model ? (text.endsWith(';') ? ';' : '') : /;\s*(?:[\r\n}]|$)/.test(source.text) ? ';' : '';
  return { quote, end };
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}

function insertStatement(
  fixer: TSESLint.RuleFixer,
  source: Source,
  imports: readonly TSESTree.ImportDeclaration[],
  statement: string,
): TSESLint.RuleFix {
  const lineEnd = source.text.includes('\r\n') ? '\r\n' : '\n';
  const last = imports.at(-1);
  if (last) {
    // A comment behind the last import stays on its line.
    const rest = /^[^\r\n]*/.exec(source.text.slice(last.range[1]))?.[0] ?? '';
    const isComment = /^[ \t]*(?:\/\/.*|\/\*.*\*\/[ \t]*)?$/.test(rest);
    const position = last.range[1] + (isComment ? rest.length : 0);
    return fixer.insertTextAfterRange([position, position], `${lineEnd}${statement}`);
  }
  const position = getStart(source);
  return fixer.insertTextAfterRange([position, position], `${statement}${lineEnd}`);
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
