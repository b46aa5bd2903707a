import type { Node, Source } from '../source.ts';
import type { ModuleStatement } from './module-statement.ts';
import { findCharacter, readRestOfLine } from './scan-text.ts';
import type { TextEdit } from './text-edit.ts';

/** The names between the braces of an import, or of the pattern that takes a required module apart. */
export interface NameList {
  /** Offset of the opening brace. */
  readonly open: number;
  /** Offset of the closing brace. */
  readonly close: number;
  readonly members: readonly Node[];
}

/** Reads the list of names of a statement; undefined where it has none. */
export function getNameList(source: Source, { node, pattern, bindings }: ModuleStatement): NameList | undefined {
  const members = pattern ? pattern.properties : bindings.flatMap((binding) => getNamed(binding.node));
  const first = bindings.find((binding) => binding.name === 'default')?.node.range[1] ?? node.range[0];
  const limit = node.type === 'ImportDeclaration' ? node.source.range[0] : (pattern?.range[1] ?? 0);
  const open = pattern ? pattern.range[0] : findCharacter(source, '{', first);
  if (open === -1 || open >= limit) return undefined;
  return { open, close: findCharacter(source, '}', members.at(-1)?.range[1] ?? open), members };
}

function getNamed(node: Node): Node[] {
  return node.type === 'ImportSpecifier' ? [node] : [];
}

/** How a list is written. */
interface ListStyle {
  readonly lineEnd: string;
  readonly bracketSpace: string;
}

/** Adds names at the end of a list, on lines of their own where the list has several, and before the comments that follow it. */
export function extendNameList(
  source: Source,
  list: NameList,
  names: readonly string[],
  { lineEnd, bracketSpace }: ListStyle,
): TextEdit[] {
  const { text } = source;
  const last = list.members.at(-1);
  if (!last) return fillEmpty(text, list, `${bracketSpace}${names.join(', ')}${bracketSpace}`);
  const comma = findCharacter(source, ',', last.range[1]);
  const hasComma = comma !== -1 && comma < list.close;
  const isMultiLine = /[\r\n]/.test(text.slice(last.range[1], list.close));
  if (!isMultiLine)
    return hasComma
      ? insert(comma + 1, names.map((name) => ` ${name},`).join(''))
      : insert(readRestOfLine(source, last.range[1]).end, names.map((name) => `, ${name}`).join(''));
  const indent = getLineIndent(text, last.range[0]);
  const lines = names.map((name) => `${lineEnd}${indent}${name}`).join(',');
  if (hasComma) return insert(readRestOfLine(source, comma + 1).end, `${lines},`);
  const { end } = readRestOfLine(source, last.range[1]);
  return end === last.range[1] ? insert(end, `,${lines}`) : [...insert(last.range[1], ','), ...insert(end, lines)];
}

/** A comment between the braces stays where it is, behind the names. */
function fillEmpty(text: string, { open, close }: NameList, names: string): TextEdit[] {
  const isBlank = text.slice(open + 1, close).trim() === '';
  return [{ start: open + 1, end: isBlank ? close : open + 1, text: names }];
}

function insert(start: number, text: string): TextEdit[] {
  return [{ start, end: start, text }];
}

function getLineIndent(text: string, place: number): string {
  const line = text.slice(text.lastIndexOf('\n', place - 1) + 1);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
