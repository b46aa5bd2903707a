import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import type { Node, Source, Variable } from '../source.ts';
import { getOutermostExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';
import { findFieldPlaces } from './field-places.ts';

/**
 * What is known of the `error` events of an emitter: somebody listens, or it is handed to code that may (`received`); it is piped on, which
 * passes no error; or nobody does anything about them (undefined).
 */
export type ErrorReception = 'received' | 'piped' | undefined;

/** Follows an emitter from where it is made, through its variable, to whoever may listen to its errors. */
export function getErrorReception(source: Source, emitter: Node): ErrorReception {
  const value = getOutermostExpression(emitter);
  const { parent } = value;
  switch (parent?.type) {
    case 'ExpressionStatement':
      return undefined;
    case 'UnaryExpression':
      return parent.operator === 'void' ? undefined : 'received';
    case 'MemberExpression':
      return parent.object === value ? followMember(source, parent) : 'received';
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? followName(source, parent.id) : undefined;
    case 'AssignmentExpression':
      return parent.right === value ? followTarget(source, parent.left) : 'received';
    case 'CallExpression':
      return isPipe(parent) && parent.arguments[0] === value ? undefined : 'received';
    case 'ArrowFunctionExpression':
      return isResultDropped(parent) ? undefined : 'received';
    // `if (socket)`, `!socket`, `socket && …` only ask whether there is one.
    case 'IfStatement':
      return undefined;
    default:
      return 'received';
  }
}

/** `new Promise((resolve) => child.on('close', resolve))`: nobody takes what an executor, a timer or a listener returns. */
function isResultDropped({ parent }: TSESTree.ArrowFunctionExpression): boolean {
  if (parent.type === 'NewExpression') return getDottedName(parent.callee) === 'Promise';
  return parent.type === 'CallExpression' && dropsResult.test(getLastName(getDottedName(parent.callee)));
}

const dropsResult = /^(?:forEach|setTimeout|setInterval|setImmediate|on|once|addListener|addEventListener)$/;

function followTarget(source: Source, target: Node): ErrorReception {
  if (target.type === 'Identifier') return followName(source, target);
  const places = target.type === 'MemberExpression' ? findFieldPlaces(source, target) : undefined;
  return places ? join(places.map((place) => getErrorReception(source, place))) : 'received';
}

function followName(source: Source, name: TSESTree.Identifier): ErrorReception {
  const variable = findVariable(source, name);
  if (!variable || isExported(variable) || variable.defs.some(({ type }) => type !== 'Variable')) return 'received';
  return join(
    variable.references
      .filter((reference) => reference.isRead())
      .map(({ identifier }) => getErrorReception(source, identifier)),
  );
}

function isExported({ identifiers }: Variable): boolean {
  return identifiers.some(({ parent }) => /^Export/.test(parent.parent?.parent?.type ?? ''));
}

function join(receptions: readonly ErrorReception[]): ErrorReception {
  if (receptions.includes('received')) return 'received';
  return receptions.includes('piped') ? 'piped' : undefined;
}

const listens = /^(?:on|once|addListener|prependListener|prependOnceListener|addEventListener)$/;
/** Methods that give the emitter back. */
const fluent =
  /^(?:setEncoding|setTimeout|setKeepAlive|setNoDelay|setMaxListeners|ref|unref|listen|pause|resume|add|off|removeListener)$/;
/** Methods that use the emitter and say nothing of its errors. */
const plain =
  /^(?:write|end|kill|destroy|close|send|disconnect|connect|bind|postMessage|terminate|ping|cork|uncork|read|flushHeaders|setHeader|address|emit|unpipe)$/;
/** Commands of clients: `client.get(key)`, `client.hSet(key, fields)`. */
const commands =
  /^(?:get|set|del|exists|expire|ttl|keys|scan|incr|decr|publish|eval|quit|query|[hlsz][A-Z]\w*|(?:get|set|incr|decr)(?:Ex|By|NX|EX|Del)\w*)$/;

function followMember(source: Source, member: TSESTree.MemberExpression): ErrorReception {
  const property = getPropertyName(member);
  const call = getOutermostExpression(member).parent;
  if (call?.type === 'AssignmentExpression') return property === 'onerror' ? 'received' : undefined;
  // A part such as `child.stdout` has errors of its own.
  if (call?.type !== 'CallExpression' || call.callee !== getOutermostExpression(member))
    return property === undefined ? 'received' : undefined;
  if (property === undefined) return 'received';
  if (listens.test(property)) return registersForErrors(call) ? 'received' : getErrorReception(source, call);
  if (isPipe(call)) return 'piped';
  if (fluent.test(property)) return getErrorReception(source, call);
  return plain.test(property) || commands.test(property) ? undefined : 'received';
}

/** A listener for an event that is not written out may be one for errors. */
function registersForErrors({ arguments: [event] }: TSESTree.CallExpression): boolean {
  return event?.type !== 'Literal' || event.value === 'error';
}

function isPipe({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && getPropertyName(callee) === 'pipe';
}
