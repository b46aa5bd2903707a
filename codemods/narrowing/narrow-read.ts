import { findCharacter, type Node } from 'eslint-plugin-octollm/patterns';
import type { TextEdit } from '../engine/edit/change.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { getFallbackType } from './fallback-type.ts';
import { isTested, needsBrackets, type Form } from './positions.ts';
import { getTextChain, getWholeRead, type PropertyRead } from './property-read.ts';
import { getReadGuard } from './read-guard.ts';

/** How text is made of an error: `getErrorMessage(e)` for `e`; undefined for the language alone. */
export type WriteText = ((name: string) => string) | undefined;

/** Plans how one read gets the test that it needs, in the place where it stands. */
export function narrowRead(file: SyntaxFile, read: PropertyRead, writeText: WriteText): TextEdit[] {
  const { property, mention } = read;
  const { name } = mention.node;
  if (property === 'message' && writeText && !asksForMessage(read)) return [replace(read, writeText(name))];
  const { test, target } = getReadGuard(file, read);
  const around = (node: Node, form: Form, before: string, after = ''): TextEdit[] => [
    ...putAround(file.source.text, node, form, before, after),
    ...adaptChain(file, read, target),
  ];
  const other = findOther(file.source.text, read);
  if (other) return [...around(other.node, '?:', `${test} ? `), other.edit];
  const question = findQuestion(read, target);
  if (question?.isDenied) return around(question.node, '||', `!(${test}) || `);
  if (question) return around(question.node, '&&', `${test} && `);
  const operator = getFallback(read);
  if (operator === '||') return around(target, '&&', `${test} && `);
  const isText = property === 'message' && operator === undefined;
  return around(target, '?:', `${test} ? `, isText ? ` : String(${name})` : ' : undefined');
}

/** `if (e.message)`: whatever is no error has none, while the text that is made of it is never empty. */
export function asksForMessage(read: PropertyRead): boolean {
  return read.property === 'message' && isTested(getWholeRead(read));
}

interface Question {
  readonly node: Node;
  /** `e.code !== 'ENOENT'`, which holds for all that has no code. */
  readonly isDenied: boolean;
}

/** The condition that a read is part of: `e.code === 'ENOENT'`, `e.message.includes('gone')` behind an `if`. */
function findQuestion(read: PropertyRead, target: Node): Question | undefined {
  const asked =
    target.parent?.type === 'UnaryExpression' && target.parent.operator === 'typeof' ? target.parent : target;
  const { parent } = asked;
  if (parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator)) {
    const isEqual = parent.operator.startsWith('=');
    const other = parent.left === asked ? parent.right : parent.left;
    // What is not there equals nothing but undefined.
    if (isEmptiness(other)) return { node: parent, isDenied: isEqual };
    return isDefined(other) ? { node: parent, isDenied: !isEqual } : undefined;
  }
  // A stack may be missing, and what any other property holds is not known to be text.
  const isText = read.property === 'message' || read.property === 'name';
  const chain = isText ? getTextChain(read.member) : target;
  return isTested(chain) ? { node: chain, isDenied: false } : undefined;
}

/** Whether a value is certainly not undefined, by the way it is written: `'ENOENT'`, `NOT_FOUND`, `ErrorCode.notFound`. */
function isDefined(node: Node): boolean {
  if (node.type === 'MemberExpression') return node.object.type === 'Identifier' && /^[A-Z]/.test(node.object.name);
  if (node.type === 'Identifier') return /^[A-Z][A-Z\d_]+$/.test(node.name);
  return node.type === 'Literal' || node.type === 'TemplateLiteral';
}

function isEmptiness(node: Node): boolean {
  if (node.type === 'Literal') return node.value === null || node.value === 'undefined';
  return node.type === 'Identifier' && node.name === 'undefined';
}

/** What follows a read that may come to nothing, where its type is known: `e.message || 'no message'`, `e.status ?? 500` */
export function getFallback(read: PropertyRead): '||' | '??' | undefined {
  const whole = getWholeRead(read);
  const { parent } = whole;
  if (parent?.type !== 'LogicalExpression' || parent.operator === '&&') return undefined;
  const isKnown = getFallbackType(read) !== undefined || (read.property === 'message' && parent.left === whole);
  return isKnown ? parent.operator : undefined;
}

/** `e.message ?? String(e)`: what to take of other values stands there already. */
function findOther(text: string, read: PropertyRead): { readonly node: Node; readonly edit: TextEdit } | undefined {
  const whole = getWholeRead(read);
  const { parent } = whole;
  if (getFallback(read) !== '??' || parent?.type !== 'LogicalExpression' || parent.left !== whole) return undefined;
  const [start, end] = [whole.range[1], parent.right.range[0]];
  const operator = /^(\s*)\?\?(\s*)$/.exec(text.slice(start, end));
  return operator ? { node: parent, edit: { start, end, text: `${operator[1]}:${operator[2]}` } } : undefined;
}

function putAround(text: string, node: Node, form: Form, before: string, after: string): TextEdit[] {
  const hasBrackets = needsBrackets(text, node, form);
  const [start, end] = node.range;
  const closing = `${after}${hasBrackets ? ')' : ''}`;
  const opened = { start, end: start, text: `${hasBrackets ? '(' : ''}${before}` };
  return closing === '' ? [opened] : [opened, { start: end, end, text: closing }];
}

/** Behind the test the error is there (`e?.code` becomes `e.code`), but not all that its class may have: `e.response?.data`. */
function adaptChain({ source }: SyntaxFile, { member }: PropertyRead, target: Node): TextEdit[] {
  const edits: TextEdit[] = [];
  if (member.optional) {
    const start = findCharacter(source, '?', member.object.range[1]);
    edits.push({ start, end: start + 2, text: member.computed ? '' : '.' });
  }
  const { parent } = member;
  const goesOn = parent.type === 'MemberExpression' && parent.object === member && !parent.optional;
  if (!goesOn || target.range[1] <= member.range[1]) return edits;
  const end = member.range[1];
  return [...edits, { start: end, end, text: parent.computed ? '?.' : '?' }];
}

/** Puts a text in the place of a read. */
export function replace({ member }: PropertyRead, text: string): TextEdit {
  return { start: member.range[0], end: member.range[1], text };
}
