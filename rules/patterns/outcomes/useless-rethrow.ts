import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getPropertyName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getEnclosingFunction, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, isGlobal } from '../variables.ts';

/** `same`: the error is thrown as it came; `copy`: its message is put into a new `Error` of which it is the cause, and nothing is added. */
export type UselessRethrow = 'same' | 'copy';

/** Whether all that a handler does is to pass its error on, as if it were not there. */
export function findUselessRethrow(source: Source, handler: ErrorHandler): UselessRethrow | undefined {
  const { body, kind, variables } = handler;
  if (!body || variables.length !== 1) return undefined;
  const isPromise = kind === 'promise-catch' || kind === 'promise-then';
  if (!isPromise && kind !== 'catch-clause') return undefined;
  const sent = getSentValue(body, isPromise || isInAsyncFunction(handler.node));
  if (!sent) return undefined;
  if (isError(source, handler, sent)) return 'same';
  return isCopy(source, handler, sent) ? 'copy' : undefined;
}

/** What the only statement of a body throws, or gives back as a rejection where that is the same. */
function getSentValue(body: Node, canReject: boolean): Node | undefined {
  const statement = body.type === 'BlockStatement' ? (body.body.length === 1 ? body.body[0] : undefined) : body;
  if (statement?.type === 'ThrowStatement') return statement.argument;
  const answer = statement?.type === 'ReturnStatement' ? statement.argument : body === statement ? statement : null;
  const call = answer ? unwrapExpression(answer) : undefined;
  const isRejection = call?.type === 'CallExpression' && getDottedName(call.callee) === 'Promise.reject';
  return canReject && isRejection && call.arguments.length === 1 ? call.arguments[0] : undefined;
}

/** Elsewhere `return Promise.reject(e)` makes a rejection of a throw, which is something. */
function isInAsyncFunction(node: Node): boolean {
  const owner = getEnclosingFunction(node);
  return owner?.async === true && !owner.generator;
}

function isError(source: Source, { variables }: ErrorHandler, value: Node): boolean {
  const inner = unwrapExpression(value);
  return inner.type === 'Identifier' && findVariable(source, inner) === variables[0];
}

/** `new Error(e.message, { cause: e })` */
function isCopy(source: Source, handler: ErrorHandler, value: Node): boolean {
  const made = unwrapExpression(value);
  if (made.type !== 'NewExpression' || made.callee.type !== 'Identifier' || made.callee.name !== 'Error') return false;
  const [message, options, ...others] = made.arguments;
  if (!message || !options || others.length > 0 || !isGlobal(source, made.callee)) return false;
  return isMessageOf(source, handler, message) && isCauseAlone(source, handler, options);
}

function isMessageOf(source: Source, handler: ErrorHandler, message: Node): boolean {
  const inner = unwrapExpression(message);
  return (
    inner.type === 'MemberExpression' && getPropertyName(inner) === 'message' && isError(source, handler, inner.object)
  );
}

function isCauseAlone(source: Source, handler: ErrorHandler, options: Node): boolean {
  if (options.type !== 'ObjectExpression' || options.properties.length !== 1) return false;
  const [property]: readonly (TSESTree.ObjectLiteralElement | undefined)[] = options.properties;
  return (
    property?.type === 'Property' && getPropertyName(property) === 'cause' && isError(source, handler, property.value)
  );
}
