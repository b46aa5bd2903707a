import { getDottedName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { isRecovery } from '../outcomes/observation.ts';
import { isFunction, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn, some } from '../walk.ts';
import { isCleanupStatement, defaultCleanups } from './cleanup.ts';
import { getFollowing, getNext } from './following.ts';
import { endsInFailure, getAssignedNames, returnsInAnyCase } from './leads-on.ts';
import { isLogStatement } from './log-statement.ts';
import { isAskedFor } from './presence-test.ts';

/** Whether the guarded code is the first way to a result, and a failure goes on with another one. */
export function isAttempt(source: Source, handler: ErrorHandler, { exit }: Outcome): boolean {
  const { guarded, host } = handler;
  if (handler.kind !== 'catch-clause' || guarded?.type !== 'BlockStatement' || exit !== 'end') return false;
  if (returnsInAnyCase(guarded)) return !endsInFailure(handler) && (triesNext(host) || worksBehind(source, host));
  return isMadeUpFor(source, handler);
}

/** `for (const path of paths) { try { return await open(path); } catch {} }`: the next item is tried. */
function triesNext(host: Node): boolean {
  if (getFollowing(host).length > 0) return false;
  const loop = host.parent?.type === 'BlockStatement' ? host.parent.parent : host.parent;
  return loop?.type === 'ForOfStatement';
}

/** Whether what follows, which is run for the failure alone, does work: `try { return await git() } catch {} … return (await fetch(url)).sha;` */
function worksBehind(source: Source, host: Node): boolean {
  for (let current: Node | undefined = host; current && !isFunction(current); current = current.parent)
    if (getFollowing(current).some((next) => doesWork(source, next))) return true;
  return false;
}

function doesWork(source: Source, statement: Node): boolean {
  if (isLogStatement(statement) || isCleanupStatement(statement, defaultCleanups)) return false;
  if (collectOwn(source, statement, 'AwaitExpression').length > 0) return true;
  return collectOwn(source, statement, 'ReturnStatement').some(
    ({ argument }) => argument !== null && isRecovery(argument),
  );
}

/**
 * Whether the first thing behind the handler is to ask for what the guarded code should have found, and to come to it another way where
 * it is missing: `if (!style) style = await ask();`, `if (stat?.isFile()) return stat; return getParent(path);`
 */
function isMadeUpFor(source: Source, handler: ErrorHandler): boolean {
  const next = getNext(handler.host);
  if (next?.type !== 'IfStatement') return false;
  const assigned = getAssignedNames(source, handler, handler.host);
  if (!some(source, next.test, (node) => assigned.includes(getDottedName(node)) && isItselfAskedFor(node)))
    return false;
  const isMissing = isNegation(next.test);
  const found = isMissing ? next.alternate : next.consequent;
  const missing = isMissing
    ? next.consequent
    : (next.alternate ?? (found && handsOut(source, found, assigned) && getNext(next)));
  return missing ? comesToValue(source, missing, assigned) : false;
}

/** `style` in `!style` and in `style?.name`, but not in `style.startsWith('a')`, which asks for more. */
function isItselfAskedFor(value: Node): boolean {
  const { parent } = value;
  if (parent?.type === 'MemberExpression' && !parent.optional) return false;
  return isAskedFor(value);
}

function isNegation(test: Node): boolean {
  const inner = unwrapExpression(test);
  if (inner.type === 'BinaryExpression') return /^==/.test(inner.operator);
  return inner.type === 'UnaryExpression' && inner.operator === '!';
}

/** `return stat;` */
function handsOut(source: Source, branch: Node, names: readonly string[]): boolean {
  return collectOwn(source, branch, 'ReturnStatement').some(
    ({ argument }) => argument !== null && names.includes(getDottedName(argument)),
  );
}

/** Whether a branch works the value out that the guarded code did not find. */
function comesToValue(source: Source, branch: Node, names: readonly string[]): boolean {
  return (
    collectOwn(source, branch, 'AssignmentExpression').some(({ left }) => names.includes(getDottedName(left))) ||
    collectOwn(source, branch, 'ReturnStatement').some(({ argument }) => argument !== null && isRecovery(argument))
  );
}
