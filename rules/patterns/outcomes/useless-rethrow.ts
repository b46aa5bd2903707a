import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getPropertyName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getEnclosingFunction, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue, isGlobal } from '../variables.ts';
import { some } from '../walk.ts';

/** `same`: the error is thrown as it came; `copy`: its message is put into a new `Error` of which it is the cause, and nothing is added. */
export type UselessRethrow = 'same' | 'copy';

/** Whether all that a handler does is to pass its error on, as if it were not there. */
export function findUselessRethrow(source: Source, handler: ErrorHandler): UselessRethrow | undefined {
  const { body, kind, variables } = handler;
  if (!body || variables.length !== 1) return undefined;
  const isPromise = kind === 'promise-catch' || kind === 'promise-then';
  if (!isPromise && kind !== 'catch-clause') return undefined;
  if (throwsAlways(source, handler, body)) return 'same';
  const sent = getSentValue(body, isPromise || isInAsyncFunction(handler.node));
  if (!sent) return undefined;
  if (isError(source, handler, sent)) return 'same';
  return isCopy(source, handler, sent) ? 'copy' : undefined;
}

/** `const failure = e; throw failure;` and `if (e instanceof A) throw e; throw e;` are more text, and no more work. */
function throwsAlways(source: Source, handler: ErrorHandler, node: Node | null | undefined): boolean {
  switch (node?.type) {
    case 'BlockStatement':
      return (
        throwsAlways(source, handler, node.body.at(-1)) &&
        node.body.slice(0, -1).every((statement) => throwsOrPasses(source, handler, statement))
      );
    case 'IfStatement':
      return throwsOrPasses(source, handler, node) && throwsAlways(source, handler, node.alternate);
    case 'ThrowStatement':
      return isError(source, handler, node.argument);
    default:
      return false;
  }
}

/** Whether a statement does nothing but throw the error, if it does anything. */
function throwsOrPasses(source: Source, handler: ErrorHandler, statement: Node): boolean {
  if (statement.type !== 'IfStatement') return isAlias(source, handler, statement);
  const { test, consequent, alternate } = statement;
  const branches = alternate ? [consequent, alternate] : [consequent];
  return isIdle(source, test) && branches.every((branch) => throwsAlways(source, handler, branch));
}

function isAlias(source: Source, handler: ErrorHandler, statement: Node): boolean {
  return (
    statement.type === 'VariableDeclaration' &&
    statement.declarations.every(({ init }) => init !== null && isError(source, handler, init))
  );
}

/** Whether a test does nothing but look. */
function isIdle(source: Source, test: Node): boolean {
  return !some(source, test, ({ type }) => /^(?:Call|New|Await|Yield|Assignment|Update)Expression$/.test(type));
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
  const variable = inner.type === 'Identifier' ? findVariable(source, inner) : undefined;
  if (!variable || variable === variables[0]) return variable !== undefined;
  const only = getOnlyValue(variable);
  return only?.type === 'Identifier' && findVariable(source, only) === variables[0];
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
