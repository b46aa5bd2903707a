import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { matchesName } from '../name-pattern.ts';
import { getProvenance, strongest, textMakers, type ProvenanceContext } from '../provenance.ts';
import { getText, isFunction, isWithin, type Node } from '../source.ts';
import { getOutermostExpression, unwrapExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';
import { walk } from '../walk.ts';
import { isNamedForDropping } from './drops-error.ts';
import { isFailureCall, isFailureName, isFailureText } from './failure-signal.ts';
import { isLogger, isReporter } from './log-call.ts';

/** What has happened to the error on a path so far; flags, so that a path is one small number. */
export const observation = {
  none: 0,
  logged: 1,
  loggedBlind: 2,
  reported: 4,
  forwarded: 8,
  signalled: 16,
  changed: 32,
  discriminated: 64,
  recovered: 128,
  assigned: 256,
} as const;

/** Calls whose result only tests or prints the error. */
const silentCalls =
  /^(?:String|Boolean|toString|includes|startsWith|endsWith|find|findIndex|some|every|filter|match|test|indexOf|has|isError|stringify|inspect|trim|toLowerCase|split|replace|slice|join|keys|assign|getPrototypeOf)$/;
const pauses = /^(?:delay|sleep|wait|backoff|setTimeout)$/;
const predicate = /^(?:is|has|are|can|should|was|format|describe|stringify)[A-Z_]/;

/** What evaluating an expression does with the error. */
export function observe(context: ProvenanceContext, expression: Node, body: Node): number {
  let flags: number = observation.none;
  walk(context.source, expression, (node) => {
    if (isFunction(node) && node !== expression) return false;
    if (node.type === 'CallExpression' || node.type === 'NewExpression') flags |= observeCall(context, node);
    else if (node.type === 'AssignmentExpression') flags |= observeAssignment(context, node, body);
    else if (node.type === 'UpdateExpression')
      flags |= isFailureName(getDottedName(node.argument)) ? observation.signalled : observation.changed;
    else if (node.type === 'YieldExpression' && carriesError(context, node.argument)) flags |= observation.forwarded;
    else if (node.type === 'UnaryExpression' && node.operator === 'delete') flags |= observation.changed;
    return true;
  });
  return flags;
}

function observeCall(context: ProvenanceContext, call: TSESTree.CallExpression | TSESTree.NewExpression): number {
  const name = getDottedName(call.callee);
  const last = getLastName(name);
  const passed = strongest(call.arguments.map((argument) => getProvenance(context, argument)));
  const receiver = call.callee.type === 'MemberExpression' ? getProvenance(context, call.callee.object) : 'unrelated';
  if (isReporter(name, context.settings))
    return passed === 'unrelated' ? observation.loggedBlind : observation.reported;
  if (isLogger(name, context.settings)) return passed === 'unrelated' ? observation.loggedBlind : observation.logged;
  if (isNamedForDropping(last) || makesText(call, last)) return observation.none;
  if (matchesName(name, context.settings.normalizers)) return observation.none;
  if (silentCalls.test(last) || predicate.test(last) || matchesName(name, context.settings.guards))
    return observation.none;
  if (passed !== 'unrelated') return call.type === 'NewExpression' ? observation.none : observation.forwarded;
  if (receiver !== 'unrelated') return observation.none;
  if (isFailureCall(call, name)) return observation.signalled;
  // Who is at the other end is told by that, though not why.
  if (hangsUp.test(name)) return observation.changed | observation.assigned;
  // Waiting in a handler is the pause of a retry or of a poll.
  if (pauses.test(last) || isTimer(context, call, name)) return observation.recovered;
  return call.type === 'CallExpression' ? observation.changed : observation.none;
}

/** `socket.destroy()`, `res.end()` */
const hangsUp = /(?:socket|ws|res|response|stream|connection|conn|peer)\.(?:end|destroy|terminate|abort)$/i;

/** Verbs that hand a text on: `postMessage({ error: e.message })`, `setErrorMessage(String(e))`. */
const delivers =
  /^#?_?(?:send|post|show|emit|publish|display|notify|push|write|add|append|put|set|update|report|reply|dispatch|enqueue|broadcast|forward|stream|save|store|record)(?=[A-Z_])/;

/** Whether a call makes text of the error and nothing else; one that nobody takes the result of is made for its effect. */
function makesText(call: Node, last: string): boolean {
  if (!textMakers.test(last) || delivers.test(last)) return false;
  return getOutermostExpression(call).parent?.type !== 'ExpressionStatement';
}

/** `new Promise((resolve) => setTimeout(resolve, 500))` */
function isTimer(context: ProvenanceContext, call: Node, name: string): boolean {
  return name === 'Promise' && /\bsetTimeout\s*\(/.test(getText(context.source, call));
}

function observeAssignment(context: ProvenanceContext, node: TSESTree.AssignmentExpression, body: Node): number {
  if (isLocal(context, node.left, body)) return observation.none;
  // `error.handled = true` changes the error itself, not the program's state.
  if (node.left.type === 'MemberExpression' && getProvenance(context, node.left.object) !== 'unrelated')
    return observation.none;
  if (carriesError(context, node.right)) return observation.forwarded;
  const name = getDottedName(node.left);
  if (isFailureName(name) && !isCleared(node.right)) return observation.signalled;
  if (isFailureText(node.right)) return observation.signalled;
  const value = unwrapExpression(node.right);
  return isRecovery(value) ? observation.recovered : observation.changed | observation.assigned;
}

/** `lastError = null` clears a failure instead of recording one. */
function isCleared(value: Node): boolean {
  const inner = unwrapExpression(value);
  return inner.type === 'Literal' && (inner.value === null || inner.value === false || inner.value === '');
}

function isLocal(context: ProvenanceContext, target: Node, body: Node): boolean {
  if (target.type !== 'Identifier') return false;
  const variable = findVariable(context.source, target);
  return variable?.defs.some((definition) => isWithin(definition.node, body)) ?? false;
}

export function carriesError(context: ProvenanceContext, node: Node | null | undefined): boolean {
  return node ? getProvenance(context, node) !== 'unrelated' : false;
}

const emptyMakers =
  /^(?:Map|Set|WeakMap|WeakSet|Array|Object|String|Number|Boolean|Date|Promise|resolve|create|from|of|alloc|stringify|empty|none|fromEntries|freeze|Symbol|noop|succeed|void|just|some|ok|Some|Ok)$/;

/** A second way to the same result (`return readFromReplica(id)`), as opposed to a made-up value. */
export function isRecovery(value: Node): boolean {
  const inner = unwrapExpression(value);
  if (inner.type === 'ConditionalExpression') return isRecovery(inner.consequent) || isRecovery(inner.alternate);
  if (inner.type === 'LogicalExpression') return isRecovery(inner.left) || isRecovery(inner.right);
  // `${address}/v1`: made of what is at hand, as a reader of the input would.
  if (inner.type === 'TemplateLiteral') return inner.expressions.length > 0;
  if (inner.type !== 'CallExpression' && inner.type !== 'NewExpression') return false;
  const name = getLastName(getDottedName(inner.callee));
  // `new Date(text)` reads its input, `new Date()` makes one up.
  if (name === 'Date' && inner.arguments.length > 0) return true;
  if (emptyMakers.test(name) || /^(?:create)?(?:empty|default|null|initial|blank)/i.test(name)) return false;
  return (
    inner.type === 'NewExpression' ||
    inner.arguments.length > 0 ||
    !/default|empty|initial|blank|none|null|noop/i.test(name)
  );
}
