import type { TSESTree } from '@typescript-eslint/types';
import { hasComment, type ErrorConstruction, type LostCause, type Node } from 'eslint-plugin-octollm/patterns';
import { addMembers } from '../constructions/add-members.ts';
import type { TextEdit } from '../engine/edit/change.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import type { Destination, Refusal } from './destination.ts';

/** Plans the edit that passes an error on as the cause of a new one. */
export function attachCause(
  file: SyntaxFile,
  { construction, state }: LostCause,
  destination: Destination,
  name: string,
): TextEdit | Refusal {
  if (state.kind !== 'missing') return replaceCause(file, state.kind, state.value, name);
  const args = construction.node.arguments;
  const given = args[destination.position];
  if (!given) return append(file, construction, destination, name) ?? commentInTheWay;
  if (isNothing(given)) return { start: given.range[0], end: given.range[1], text: write(file, destination, name) };
  if (!destination.isOptions)
    return { kind: 'another-cause', reason: 'Another value stands where the cause belongs: decide which one to keep.' };
  if (given.type !== 'ObjectExpression' || given.properties.some(({ type }) => type === 'SpreadElement'))
    return { kind: 'options-elsewhere', reason: 'The options come from elsewhere: put the cause in there.' };
  const slot = { message: given, options: given, end: construction.node.range[1] };
  return addMembers(file, slot, [writeMember(name)]) ?? commentInTheWay;
}

const commentInTheWay: Refusal = {
  kind: 'comment',
  reason: 'A comment stands where the cause belongs: move it first.',
};

/** `{ cause: e.message }` becomes `{ cause: e }`; another value stays, as only its author knows what it is for. */
function replaceCause({ source }: SyntaxFile, kind: 'lossy' | 'wrong', value: Node, name: string): TextEdit | Refusal {
  if (kind === 'wrong' && !isNothing(value))
    return { kind: 'another-cause', reason: 'The cause is another value: decide which one to keep.' };
  if (hasComment(source, value)) return commentInTheWay;
  const { parent } = value;
  const isWhole = parent?.type === 'Property' && (parent.shorthand || parent.method || parent.kind !== 'init');
  const [start, end] = isWhole ? parent.range : value.range;
  return { start, end, text: isWhole ? writeMember(name) : name };
}

function append(
  file: SyntaxFile,
  { node }: ErrorConstruction,
  destination: Destination,
  name: string,
): TextEdit | undefined {
  const { arguments: args } = node;
  const last = args.at(-1);
  const missing = Array.from({ length: destination.position - args.length }, () => 'undefined');
  if (!last) return fill(file, node, [...missing, write(file, destination, name)].join(', '));
  const added = addMembers(file, { message: last, options: undefined, end: node.range[1] }, [writeMember(name)]);
  if (!added) return undefined;
  const before = missing.map((filler) => `, ${filler}`).join('');
  const text = destination.isOptions ? added.text : added.text.replace(/\{.*\}$/, name);
  return { ...added, text: `${before}${text}` };
}

/** `new Error()` and `new Error` */
function fill({ source }: SyntaxFile, node: ErrorConstruction['node'], given: string): TextEdit | undefined {
  const from = (node.typeArguments ?? node.callee).range[1];
  const brackets = source.text.slice(from, node.range[1]);
  if (brackets.trim() === '') return { start: node.range[1], end: node.range[1], text: `(${given})` };
  const start = from + brackets.indexOf('(') + 1;
  return /^\s*\(\s*\)$/.test(brackets) ? { start, end: node.range[1] - 1, text: given } : undefined;
}

function write({ style: { bracketSpace } }: SyntaxFile, { isOptions }: Destination, name: string): string {
  return isOptions ? `{${bracketSpace}${writeMember(name)}${bracketSpace}}` : name;
}

function writeMember(name: string): string {
  return name === 'cause' ? name : `cause: ${name}`;
}

function isNothing(node: Node | TSESTree.SpreadElement): boolean {
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined');
}
