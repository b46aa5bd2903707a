import type { Source } from '../source.ts';
import { findBinding } from './find-binding.ts';
import type { ImportForm, ImportPlace } from './import-place.ts';
import { getModuleStatements, type ModuleStatement } from './module-statement.ts';
import { extendNameList, getNameList } from './name-list.ts';
import { findCharacter } from './scan-text.ts';
import type { TextEdit } from './text-edit.ts';

/** A name of a module that new code uses. */
export interface ImportWish {
  readonly module: string;
  readonly name: string;
  /** How new code writes it. */
  readonly local: string;
  readonly isTypeOnly: boolean;
}

/** How a file writes its imports. */
export interface ImportStyle {
  readonly quote: string;
  readonly semicolon: string;
  readonly lineEnd: string;
  /** A space inside of the braces, or nothing. */
  readonly bracketSpace: string;
}

export interface ImportPlan {
  /** Changes of statements that are there. */
  readonly edits: readonly TextEdit[];
  /** Statements to add, without their ends. */
  readonly statements: readonly string[];
}

/** Plans how names of modules come into a file: by the imports that it has, else by further ones. */
export function planImports(
  source: Source,
  wishes: readonly ImportWish[],
  form: ImportForm,
  style: ImportStyle,
): ImportPlan {
  const edits = new Map<string, TextEdit>();
  const missing = new Map<string, ImportWish[]>();
  for (const wish of withoutTwins(wishes)) {
    const access = findBinding(source, wish.module, wish.name, wish.isTypeOnly);
    if (!access) missing.set(wish.module, [...(missing.get(wish.module) ?? []), wish]);
    else if (access.hasToLoseType) addEdits(edits, dropType(source, access.statement, access.binding.node.range[0]));
  }
  const statements: string[] = [];
  for (const [module, wanted] of [...missing].sort(([first], [second]) => compare(first, second))) {
    const left = new Set(wanted);
    for (const isTypeOnly of [true, false]) {
      const statement = findExtendable(source, module, isTypeOnly);
      const names = [...left].filter((wish) => !statement?.isTypeOnly || wish.isTypeOnly);
      if (!statement || names.length === 0) continue;
      addEdits(edits, extend(source, statement, names, style));
      for (const name of names) left.delete(name);
    }
    if (left.size > 0) statements.push(writeStatement(source, module, [...left], form, style));
  }
  return { edits: [...edits.values()], statements };
}

/** One wish a name, in the order of the alphabet; a name that is used as a value need not come as a type, too. */
function withoutTwins(wishes: readonly ImportWish[]): ImportWish[] {
  const unique = new Map<string, ImportWish>();
  for (const wish of wishes) {
    const key = `${wish.local} of ${wish.module}`;
    if (unique.get(key)?.isTypeOnly !== false) unique.set(key, wish);
  }
  return [...unique.values()].sort((first, second) => compare(first.name, second.name));
}

function compare(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function addEdits(edits: Map<string, TextEdit>, added: readonly TextEdit[]): void {
  for (const edit of added) edits.set(`${edit.start} ${edit.end}`, edit);
}

/** `import { type X }` and `import type { X }` without their `type`. */
function dropType(source: Source, { node, isTypeOnly }: ModuleStatement, specifier: number): TextEdit[] {
  const start = isTypeOnly ? findCharacter(source, 't', node.range[0] + 'import'.length) : specifier;
  const after = start + 'type'.length;
  const gap = /^\s*/.exec(source.text.slice(after))?.[0].length ?? 0;
  return [{ start, end: after + gap, text: '' }];
}

/** Finds a statement that takes further names. */
function findExtendable(source: Source, module: string, isTypeOnly: boolean): ModuleStatement | undefined {
  return getModuleStatements(source).find((statement) => {
    if (statement.module !== module || statement.isTypeOnly !== isTypeOnly) return false;
    if (statement.form === 'require')
      return statement.pattern?.properties.every(({ type }) => type === 'Property') === true;
    // A module that is imported for its effect, or whole, is imported so on purpose.
    if (statement.form !== 'import' || statement.bindings.some(({ name }) => name === '*')) return false;
    return statement.bindings.length > 0 || getNameList(source, statement) !== undefined;
  });
}

function extend(
  source: Source,
  statement: ModuleStatement,
  wishes: readonly ImportWish[],
  style: ImportStyle,
): TextEdit[] {
  const form = statement.form === 'require' ? 'require' : 'import';
  const names = wishes.map((wish) => writeName(wish, form, wish.isTypeOnly && !statement.isTypeOnly));
  const list = getNameList(source, statement);
  if (list) return extendNameList(source, list, names, style);
  const end = statement.bindings.at(-1)?.node.range[1] ?? 0;
  return [{ start: end, end, text: `, ${inBraces(names, style)}` }];
}

function writeStatement(
  source: Source,
  module: string,
  wishes: readonly ImportWish[],
  form: ImportForm,
  style: ImportStyle,
): string {
  const from = `${style.quote}${module}${style.quote}`;
  const areTypes = wishes.every(({ isTypeOnly }) => isTypeOnly);
  if (form === 'require' && !areTypes)
    return `${getKeyword(source)} ${inBraces(
      wishes.map((wish) => writeName(wish, form, false)),
      style,
    )} = require(${from})`;
  const names = wishes.map((wish) => writeName(wish, 'import', wish.isTypeOnly && !areTypes));
  return `import ${areTypes ? 'type ' : ''}${inBraces(names, style)} from ${from}`;
}

/** The word by which the file declares what it requires. */
function getKeyword(source: Source): string {
  const model = getModuleStatements(source).find(({ form }) => form === 'require')?.node;
  return model?.type === 'VariableDeclaration' ? model.kind : 'const';
}

function writeName({ name, local }: ImportWish, form: ImportForm, isType: boolean): string {
  const renamed = name === local ? name : `${name}${form === 'require' ? ': ' : ' as '}${local}`;
  return isType ? `type ${renamed}` : renamed;
}

function inBraces(names: readonly string[], { bracketSpace }: ImportStyle): string {
  return `{${bracketSpace}${names.join(', ')}${bracketSpace}}`;
}

/** Puts statements where a file takes them. */
export function placeStatements(place: ImportPlace, statements: readonly string[], style: ImportStyle): TextEdit {
  const { lineEnd, semicolon } = style;
  const end = place.needsSemicolon ? ';' : semicolon;
  const text = statements.map((statement) => `${statement}${end}`).join(`${lineEnd}${place.indent}`);
  const before = lineEnd.repeat(place.lineEndsBefore) + (place.lineEndsBefore > 0 ? place.indent : '');
  return { start: place.start, end: place.end, text: `${before}${text}${lineEnd.repeat(place.lineEndsAfter)}` };
}
