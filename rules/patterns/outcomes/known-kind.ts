import type { TSESTree } from '@typescript-eslint/utils';
import { builtInErrors } from '../causes/error-construction.ts';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import { getProvenance, mentionsError, type ProvenanceContext } from '../provenance.ts';
import type { Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

/** What the tests around a mention say of a caught value: an error, something that the code picked out by itself, or no error at all. */
export type KnownKind = 'error' | 'narrowed' | 'other';

interface Finding {
  readonly whenTrue?: KnownKind | undefined;
  readonly whenFalse?: KnownKind | undefined;
}

const nothing: Finding = {};

/** Reads off the tests that a mention stands behind what the caught value is there; undefined where nobody asked. */
export function getKnownKind(context: ProvenanceContext, mention: Node, body: Node): KnownKind | undefined {
  let child = mention;
  for (let current = mention.parent; current && child !== body; child = current, current = current.parent) {
    const kind = getKindBehind(context, current, child);
    if (kind) return kind;
  }
  return undefined;
}

function getKindBehind(context: ProvenanceContext, node: Node, child: Node): KnownKind | undefined {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      if (child === node.consequent) return readTest(context, node.test).whenTrue;
      return child === node.alternate ? readTest(context, node.test).whenFalse : undefined;
    case 'LogicalExpression':
      if (child !== node.right) return undefined;
      return node.operator === '&&' ? readTest(context, node.left).whenTrue : readTest(context, node.left).whenFalse;
    case 'SwitchCase':
      return node.test && child !== node.test && asks(context, node) ? 'narrowed' : undefined;
    case 'BlockStatement':
      return getKindAfter(context, node.body, child);
    default:
      return undefined;
  }
}

function asks(context: ProvenanceContext, branch: TSESTree.SwitchCase): boolean {
  const { discriminant } = branch.parent;
  return mentionsError(context, discriminant) || (branch.test !== null && mentionsError(context, branch.test));
}

/** `if (!(e instanceof Error)) throw e;` holds for everything behind it. */
function getKindAfter(context: ProvenanceContext, statements: readonly Node[], child: Node): KnownKind | undefined {
  for (const statement of statements.slice(0, statements.indexOf(child)).toReversed()) {
    if (statement.type !== 'IfStatement' || statement.alternate || !leaves(statement.consequent)) continue;
    const { whenFalse } = readTest(context, statement.test);
    if (whenFalse) return whenFalse;
  }
  return undefined;
}

/** Whether control never goes on behind a statement. */
export function leaves(statement: Node): boolean {
  if (statement.type !== 'BlockStatement') return /^(?:Return|Throw|Continue|Break)Statement$/.test(statement.type);
  const last = statement.body.at(-1);
  return last !== undefined && leaves(last);
}

function readTest(context: ProvenanceContext, test: Node): Finding {
  const node = unwrapExpression(test);
  switch (node.type) {
    case 'UnaryExpression': {
      const { whenTrue, whenFalse } = node.operator === '!' ? readTest(context, node.argument) : nothing;
      return { whenTrue: whenFalse, whenFalse: whenTrue };
    }
    case 'LogicalExpression':
      return readLogical(context, node);
    case 'BinaryExpression':
      return readComparison(context, node);
    case 'CallExpression':
      return readPredicate(context, node);
    case 'MemberExpression':
      return readProperty(context, node);
    // `e ? e.stack : JSON.stringify(e)`
    case 'Identifier':
      return getProvenance(context, node) === 'caught' ? { whenFalse: 'other' } : nothing;
    default:
      return nothing;
  }
}

/** `e.message ?? JSON.stringify(e)`: what has no message is no error. */
function readProperty(context: ProvenanceContext, node: TSESTree.MemberExpression): Finding {
  if (!mentionsError(context, node)) return nothing;
  return /^(?:message|stack)$/.test(getPropertyName(node) ?? '')
    ? { whenTrue: 'narrowed', whenFalse: 'other' }
    : { whenTrue: 'narrowed' };
}

function readLogical(context: ProvenanceContext, node: TSESTree.LogicalExpression): Finding {
  const left = readTest(context, node.left);
  const right = readTest(context, node.right);
  if (node.operator === '&&') return { whenTrue: strongest(left.whenTrue, right.whenTrue) };
  if (node.operator === '??') return nothing;
  return {
    whenTrue: left.whenTrue && right.whenTrue && strongest(left.whenTrue, right.whenTrue),
    whenFalse: strongest(left.whenFalse, right.whenFalse),
  };
}

function strongest(...kinds: readonly (KnownKind | undefined)[]): KnownKind | undefined {
  return (['other', 'narrowed', 'error'] as const).find((kind) => kinds.includes(kind));
}

function readComparison(context: ProvenanceContext, node: TSESTree.BinaryExpression): Finding {
  if (node.operator === 'instanceof') {
    if (getProvenance(context, node.left) !== 'caught') return nothing;
    const name = getDottedName(node.right);
    if (name === 'Error') return { whenTrue: 'error', whenFalse: 'other' };
    return { whenTrue: builtInErrors.has(name) ? 'error' : 'narrowed' };
  }
  if (node.operator === 'in') return mentionsError(context, node.right) ? { whenTrue: 'narrowed' } : nothing;
  const isEqual = node.operator === '===' || node.operator === '==';
  if (!isEqual && node.operator !== '!==' && node.operator !== '!=') return nothing;
  const kind = getComparedKind(context, node);
  return isEqual ? { whenTrue: kind } : { whenFalse: kind };
}

function getComparedKind(
  context: ProvenanceContext,
  { left, right }: TSESTree.BinaryExpression,
): KnownKind | undefined {
  const asked = unwrapExpression(left);
  if (asked.type === 'UnaryExpression' && asked.operator === 'typeof') {
    const isObject = right.type === 'Literal' && right.value === 'object';
    return isObject || getProvenance(context, asked.argument) !== 'caught' ? undefined : 'other';
  }
  if (right.type === 'Literal' && right.value === null) return undefined;
  // `result.status === 'rejected'` is about the entry, and says nothing of its reason.
  if (context.isSettled && asked.type === 'MemberExpression' && getPropertyName(asked) === 'status') return undefined;
  return mentionsError(context, left) && !isPlainMention(asked) ? 'narrowed' : undefined;
}

/** `e == null` and `e === undefined` ask for nothing but presence. */
function isPlainMention(node: Node): boolean {
  return node.type === 'Identifier';
}

function readPredicate(context: ProvenanceContext, call: TSESTree.CallExpression): Finding {
  if (!mentionsError(context, call)) return nothing;
  const isAskedWhole = /^(?:isError|isNativeError)$/.test(getLastName(getDottedName(call.callee)));
  return isAskedWhole ? { whenTrue: 'error', whenFalse: 'other' } : { whenTrue: 'narrowed' };
}
