import type { TSESTree } from '@typescript-eslint/types';
import {
  hasComment,
  readRestOfLine,
  walk,
  type ErrorHandler,
  type Node,
  type Source,
} from 'eslint-plugin-octollm/patterns';
import type { TextEdit } from '../engine/edit/change.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { getFallbackType } from './fallback-type.ts';
import { asksForMessage, getFallback, replace, type WriteText } from './narrow-read.ts';
import { getTextChain, getWholeRead, type PropertyRead } from './property-read.ts';
import { getReadGuard } from './read-guard.ts';

/** A constant and the edits that declare and use it. */
export interface Hoisted {
  readonly constant: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Plans a constant at the start of a handler for a property that is read several times: one test serves them all. Undefined where
 * the handler has no block to put it in, or a read says itself what to take instead.
 *
 * @param reserved names of the constants of the handlers around it
 */
export function hoistReads(
  file: SyntaxFile,
  { body, variables, isConditional }: ErrorHandler,
  reads: readonly PropertyRead[],
  { writeText, reserved }: { readonly writeText: WriteText; readonly reserved: ReadonlySet<string> },
): Hoisted | undefined {
  const [first] = reads;
  if (!first || isConditional || body?.type !== 'BlockStatement') return undefined;
  if (reads.some(({ mention }) => !variables.includes(mention.variable))) return undefined;
  if (first.property === 'message' ? reads.some(getFallback) : reads.some(goesOn)) return undefined;
  if (reads.some(asksForMessage)) return undefined;
  if (reads.some(({ member }) => hasComment(file.source, member))) return undefined;
  // One of them counts on a type that the others may not allow.
  if (new Set(reads.map(getFallbackType)).size > 1) return undefined;
  const constant = getFreeConstant(file.source, body, first.property, reserved);
  if (constant === undefined) return undefined;
  const value = writeHoisted(file, first, writeText);
  const declaration = insertFirst(file, body, `const ${constant} = ${value}`);
  return { constant, edits: [declaration, ...reads.map((read) => use(read, constant))] };
}

/** Whether a group of reads is better served by a constant: there are several, or the line of the one would grow too long. */
export function wantsConstant(file: SyntaxFile, reads: readonly PropertyRead[], writeText: WriteText): boolean {
  const [first] = reads;
  if (!first || reads.length > 1) return reads.length > 1;
  const { lines } = file.source;
  const { line } = file.source.getLocFromIndex(first.member.range[0]);
  const { name } = first.mention.node;
  const test = getReadGuard(file, first).test.length;
  const added = first.property === 'message' ? test + ` ? : String(${name})`.length : test;
  const isShort = first.property === 'message' && writeText !== undefined;
  // The constant of another property is a long line itself.
  const width = first.property === 'message' ? getLineWidth(lines) : 120;
  return !isShort && getWidth(lines[line - 1] ?? '') + added > width;
}

/** The width that a file keeps to, as its longest line of code tells; formatters leave texts and comments as long as they are. */
function getLineWidth(lines: readonly string[]): number {
  const code = lines.filter((line) => !/['"`*]|\/\//.test(line)).map(getWidth);
  const longest = code.reduce((most, width) => (width > 120 ? most : Math.max(most, width)), 0);
  return [80, 100].find((width) => longest <= width) ?? 120;
}

/** How wide a line is where a tab takes two columns, as formatters have it unless they are told otherwise. */
function getWidth(line: string): number {
  return line.replaceAll('\t', '  ').length;
}

/** `e.name.includes('Abort')`, which a constant that may be undefined does not allow. */
function goesOn(read: PropertyRead): boolean {
  return getTextChain(read.member) !== getWholeRead(read);
}

function writeHoisted(file: SyntaxFile, read: PropertyRead, writeText: WriteText): string {
  const { name } = read.mention.node;
  if (read.property === 'message' && writeText) return writeText(name);
  const { test } = getReadGuard(file, read);
  const other = read.property === 'message' ? `String(${name})` : 'undefined';
  return `${test} ? ${name}.${read.property} : ${other}`;
}

/** A name that nothing in the handler means anything else by. */
function getFreeConstant(
  source: Source,
  body: Node,
  property: string,
  reserved: ReadonlySet<string>,
): string | undefined {
  const used = new Set(reserved);
  walk(source, body, (node) => {
    if (node.type === 'Identifier' && !isPropertyName(node)) used.add(node.name);
  });
  const long = `error${property.charAt(0).toUpperCase()}${property.slice(1)}`;
  // A bare `name` reads like the one of the window.
  const candidates = property === 'name' ? [long] : [property, long];
  return candidates.find((candidate) => !used.has(candidate) && /^[A-Za-z_$][\w$]*$/.test(candidate));
}

function isPropertyName({ parent, range }: TSESTree.Identifier): boolean {
  if (parent.type === 'MemberExpression') return !parent.computed && parent.property.range === range;
  return parent.type === 'Property' && !parent.shorthand && !parent.computed && parent.key.range === range;
}

/** `{ message: e.message }` becomes `{ message }`. */
function use(read: PropertyRead, constant: string): TextEdit {
  const { parent } = read.member;
  const isNamesake =
    parent.type === 'Property' &&
    parent.value === read.member &&
    parent.key.type === 'Identifier' &&
    parent.key.name === constant;
  return isNamesake ? { start: parent.range[0], end: parent.range[1], text: constant } : replace(read, constant);
}

/** Puts a statement behind the opening brace of a block, and behind a comment on the line of that. */
function insertFirst({ source, style }: SyntaxFile, block: TSESTree.BlockStatement, statement: string): TextEdit {
  const { text } = source;
  const open = block.range[0] + 1;
  const { end, hasCode } = readRestOfLine(source, open);
  const first = block.body[0]?.range[0] ?? block.range[1];
  // Without its semicolon it would go on with a bracket at the start of the next line.
  const semicolon = /[([`+/-]/.test(text[first] ?? '') ? ';' : style.semicolon;
  if (hasCode) return { start: open, end: open, text: ` ${statement};` };
  const indent = /[^\r\n]*$/.exec(text.slice(0, first))?.[0] ?? '';
  return { start: end, end, text: `${style.lineEnd}${indent}${statement}${semicolon}` };
}
