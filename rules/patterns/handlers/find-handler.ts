import type { TSESTree } from '@typescript-eslint/utils';
import { getPropertyName } from '../dotted-name.ts';
import { isFunction, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { createCallbackHandler, createCatchHandler, createSettledHandler } from './create-handler.ts';
import { isMiddleware } from './error-first.ts';
import type { ErrorHandler } from './error-handler.ts';
import { findInCall, mayHandle } from './find-in-call.ts';

const nodeTypes = [
  'CatchClause',
  'CallExpression',
  'AssignmentExpression',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'FunctionDeclaration',
  'IfStatement',
] as const;

/** The node types at which `findHandlers` has something to say. */
export const handlerNodeTypes: readonly string[] = nodeTypes;

const cache = new WeakMap<Node, readonly ErrorHandler[]>();
const none: readonly ErrorHandler[] = [];

/** Finds the handlers that a node sets up; an empty list for every other node. */
export function findHandlers(source: Source, node: Node): readonly ErrorHandler[] {
  if (!isCandidate(node)) return none;
  let handlers = cache.get(node);
  if (!handlers) {
    handlers = createHandlers(source, node);
    if (handlers.length > 0) cache.set(node, handlers);
  }
  return handlers;
}

/** Whether a glance allows a handler: nearly all nodes end here, and nothing is looked up for them. */
function isCandidate(node: Node): boolean {
  switch (node.type) {
    case 'CallExpression':
      return mayHandle(node);
    case 'IfStatement':
      return asksForRejection(node.test);
    case 'CatchClause':
      return true;
    case 'AssignmentExpression':
      return isFunction(node.right);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
      return node.params.length === 4 || (node.params.length > 0 && node.parent.type === 'MethodDefinition');
    default:
      return false;
  }
}

function asksForRejection(test: Node): boolean {
  const inner = unwrapExpression(test);
  return inner.type === 'BinaryExpression' && inner.right.type === 'Literal' && inner.right.value === 'rejected';
}

function createHandlers(source: Source, node: Node): readonly ErrorHandler[] {
  switch (node.type) {
    case 'CatchClause':
      return [createCatchHandler(source, node)];
    case 'CallExpression':
      return findInCall(source, node);
    case 'AssignmentExpression':
      return findInAssignment(source, node);
    case 'IfStatement':
      return findSettledBranch(source, node);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
      return findInFunction(source, node);
    default:
      return none;
  }
}

function findInAssignment(source: Source, node: TSESTree.AssignmentExpression): readonly ErrorHandler[] {
  if (node.left.type !== 'MemberExpression' || getPropertyName(node.left) !== 'onerror' || !isFunction(node.right))
    return none;
  return [createCallbackHandler(source, 'error-event', node.right, node, node.left.object)];
}

/** Functions that a framework calls with an error: Express's four parameters and React's error boundaries. */
function findInFunction(source: Source, node: Node): readonly ErrorHandler[] {
  if (!isFunction(node)) return none;
  if (isMiddleware(node)) return [createCallbackHandler(source, 'middleware', node, node, undefined)];
  const owner = node.parent;
  if (owner?.type === 'MethodDefinition' && node.params.length > 0) {
    const name = getPropertyName(owner);
    if (name === 'componentDidCatch' || name === 'getDerivedStateFromError')
      return [createCallbackHandler(source, 'component', node, node, undefined)];
  }
  return none;
}

/** `if (result.status === 'rejected') { … result.reason … }` */
function findSettledBranch(source: Source, node: TSESTree.IfStatement): readonly ErrorHandler[] {
  const test = unwrapExpression(node.test);
  if (test.type !== 'BinaryExpression' || test.operator !== '===') return none;
  const left = unwrapExpression(test.left);
  if (left.type !== 'MemberExpression' || getPropertyName(left) !== 'status') return none;
  if (test.right.type !== 'Literal' || test.right.value !== 'rejected') return none;
  const handler = createSettledHandler(source, node, left.object);
  return handler ? [handler] : none;
}
