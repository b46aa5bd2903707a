import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { canFail } from '../promises/can-reject.ts';
import { getText, isFunction, type Node, type Source } from '../source.ts';
import { defaultCleanups, isCleanupName } from '../tolerance/cleanup.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn, some } from '../walk.ts';
import { findUnguardedAwait } from './find-unguarded-await.ts';

/**
 * Whether something can be on its way while `finally` runs: a value that is returned, or an error that no handler receives. A handler that
 * cannot fail leaves neither behind.
 */
export function canBeReplaced(source: Source, { block, handler }: TSESTree.TryStatement): boolean {
  if (!handler || canFail(source, handler.body)) return true;
  return [block, handler].some((part) =>
    collectOwn(source, part, 'ReturnStatement').some(({ argument }) => argument !== null),
  );
}

/** Whether `finally` only throws on what a handler before it has kept: `catch (e) { failure = { e }; } finally { if (failure) throw failure.e; }` */
export function throwsKept(source: Source, node: Node, statement: TSESTree.TryStatement): boolean {
  if (node.type !== 'ThrowStatement') return false;
  let thrown = unwrapExpression(node.argument);
  while (thrown.type === 'MemberExpression') thrown = unwrapExpression(thrown.object);
  if (thrown.type !== 'Identifier') return false;
  const { name } = thrown;
  for (let current: Node | undefined = statement; current && !isFunction(current); current = current.parent)
    if (current.type === 'TryStatement' && current.handler && keeps(source, current.handler, name)) return true;
  return false;
}

function keeps(source: Source, { param, body }: TSESTree.CatchClause, name: string): boolean {
  if (param?.type !== 'Identifier') return false;
  return collectOwn(source, body, 'AssignmentExpression').some(
    ({ left, right }) =>
      left.type === 'Identifier' &&
      left.name === name &&
      some(source, right, (child) => child.type === 'Identifier' && child.name === param.name),
  );
}

/** Finds what `finally` awaits and what may fail while an error of the block, or of its handler, is on its way. */
export function findAwaitInFinally(
  source: Source,
  statement: TSESTree.TryStatement,
): TSESTree.AwaitExpression | undefined {
  const { block, handler, finalizer } = statement;
  const awaited = finalizer && findUnguardedAwait(source, finalizer);
  if (!awaited) return undefined;
  return (handler ? canFail(source, handler.body) : mayThrow(source, block)) ? awaited : undefined;
}

function mayThrow(source: Source, block: TSESTree.BlockStatement): boolean {
  return some(source, block, ({ type }) => /^(?:Call|New|Await|Yield)Expression$|^ThrowStatement$/.test(type));
}

/** Finds a cleanup that a handler awaits before it throws: `await transaction.rollback(); throw error;`. */
export function findCleanupBeforeThrow(
  source: Source,
  block: TSESTree.BlockStatement,
): TSESTree.AwaitExpression | undefined {
  const { body } = block;
  if (body.at(-1)?.type !== 'ThrowStatement') return undefined;
  for (const statement of body.slice(0, -1)) {
    // A branch that returns leads elsewhere than to the throw.
    const found =
      collectOwn(source, statement, 'ReturnStatement').length > 0 ? undefined : findUnguardedAwait(source, statement);
    if (found && isCleanup(source, found) && !carriesError(source, found, block.parent)) return found;
  }
  return undefined;
}

/** `await rollback().catch((e) => { throw new AggregateError([error, e]); })`: what takes the place of the error holds it. */
function carriesError(source: Source, awaited: Node, clause: Node | undefined): boolean {
  const parameter = clause?.type === 'CatchClause' ? clause.param : null;
  if (parameter?.type !== 'Identifier') return false;
  const isError = (node: Node): boolean => node.type === 'Identifier' && node.name === parameter.name;
  return some(source, awaited, (node) => node.type === 'ThrowStatement' && some(source, node, isError));
}

function isCleanup(source: Source, { argument }: TSESTree.AwaitExpression): boolean {
  const inner = unwrapExpression(argument);
  if (inner.type !== 'CallExpression') return false;
  return (
    isCleanupName(getLastName(getDottedName(inner.callee)), defaultCleanups) ||
    /\bROLLBACK\b/i.test(getText(source, inner))
  );
}
