import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from './dotted-name.ts';
import type { ErrorHandler } from './handlers/error-handler.ts';
import { getEnclosingFunction, isFunction, type Node, type Source } from './source.ts';
import { unwrapExpression } from './unwrap-expression.ts';
import { some } from './walk.ts';

/** Calls whose failure leaves nothing to do: the resource is gone either way. */
export const defaultCleanups: readonly string[] = [
  'close', 'destroy', 'unlink', 'unlinkSync', 'rm', 'rmSync', 'rmdir', 'rmdirSync', 'remove', 'kill', 'abort', 'cancel', 'dispose',
  'end', 'terminate', 'disconnect', 'release', 'releaseLock', 'unsubscribe', 'unref', 'cleanup', 'stop', 'quit', 'shutdown',
  'removeListener', 'removeEventListener', 'clearTimeout', 'clearInterval', 'rimraf', 'return', 'detach', 'rollback', 'closeSync',
  'removeChild', 'revokeObjectURL', 'exit', 'pause', 'unwatch', 'teardown', 'unpipe', 'closeAll', 'free', 'delete',
]; // prettier-ignore

/** Whether what is guarded is one call that cleans up and nothing else. */
export function isCleanup(handler: ErrorHandler, names: readonly string[]): boolean {
  const guarded = handler.guarded;
  if (!guarded) return false;
  if (guarded.type !== 'BlockStatement') return isCleanupExpression(guarded, names);
  const statements = guarded.body.filter((statement) => statement.type !== 'EmptyStatement');
  if (statements.length === 0 || statements.length > 2) return false;
  return statements.every((statement) => isCleanupStatement(statement, names));
}

function isCleanupStatement(statement: Node, names: readonly string[]): boolean {
  switch (statement.type) {
    case 'ExpressionStatement':
      return isCleanupExpression(statement.expression, names);
    case 'ReturnStatement':
      return statement.argument !== null && isCleanupExpression(statement.argument, names);
    case 'IfStatement':
      return statement.alternate === null && isCleanupStatement(statement.consequent, names);
    case 'BlockStatement':
      return statement.body.length === 1 && isCleanupStatement(statement.body[0] ?? statement, names);
    default:
      return false;
  }
}

function isCleanupExpression(expression: Node, names: readonly string[]): boolean {
  const inner = unwrapExpression(expression);
  if (inner.type === 'UnaryExpression' && inner.operator === 'void') return isCleanupExpression(inner.argument, names);
  if (inner.type === 'LogicalExpression') return isCleanupExpression(inner.right, names);
  if (inner.type !== 'CallExpression') return false;
  const last = getLastName(getDottedName(inner.callee)).replace(/^[#_]+/, '');
  if (names.includes(last)) return true;
  const verb = /^[a-z]+/.exec(last)?.[0] ?? '';
  return names.includes(verb) && last !== verb && !/^(?:end|return|delete|exit|remove|free|pause)/.test(verb);
}

export const defaultProbeNames =
  '^_?#?(?:is|has|can|try|maybe|safe|check|supports?|detect|looksLike|exists|attempt|probe|validate|should|test)(?=[A-Z_]|$)|(?:OrNull|OrUndefined|OrDefault|OrElse|OrEmpty|IfExists|IfPossible|Safe|Safely|Exists|Quiet|Quietly|IfAvailable)$';

/** Whether the handler's function promises null or false instead of an error by its name or its type. */
export function isProbe(handler: ErrorHandler, namePattern: RegExp): boolean {
  const owner = getEnclosingFunction(handler.host);
  if (!owner) return false;
  if (getReturnType(owner)?.type === 'TSTypePredicate') return true;
  const name = getFunctionName(owner);
  return name !== undefined && namePattern.test(name);
}

/** `try { …; return true } catch { return false }`: the pair of answers is the contract. */
export function isBooleanProbe(source: Source, handler: ErrorHandler, value: Node): boolean {
  const answer = getBoolean(value);
  if (answer === undefined || !handler.guarded) return false;
  return some(source, handler.guarded, (node) => {
    if (node.type !== 'ReturnStatement' || !node.argument) return false;
    const other = getBoolean(node.argument);
    return other !== undefined ? other !== answer : isComparison(node.argument);
  });
}

function isComparison(node: Node): boolean {
  const inner = unwrapExpression(node);
  if (inner.type === 'BinaryExpression') return /^(?:[=!]==?|[<>]=?|in|instanceof)$/.test(inner.operator);
  return inner.type === 'UnaryExpression' && inner.operator === '!';
}

export function getBoolean(node: Node): boolean | undefined {
  const inner = unwrapExpression(node);
  if (inner.type === 'Literal' && typeof inner.value === 'boolean') return inner.value;
  if (inner.type === 'UnaryExpression' && inner.operator === '!' && inner.argument.type === 'Literal')
    return !inner.argument.value;
  return undefined;
}

/** The name under which a function is known: its own, or that of the variable, property or method that holds it. */
export function getFunctionName(node: Node): string | undefined {
  if (!isFunction(node)) return undefined;
  if (node.id) return node.id.name;
  const parent = node.parent;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (parent?.type === 'AssignmentExpression') return getLastName(getDottedName(parent.left));
  if (
    parent?.type === 'CallExpression' &&
    parent.parent.type === 'VariableDeclarator' &&
    parent.parent.id.type === 'Identifier'
  )
    return parent.parent.id.name;
  return parent ? getPropertyName(parent) : undefined;
}

function getReturnType(
  owner: TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression,
): TSESTree.TypeNode | undefined {
  return owner.returnType?.typeAnnotation;
}
