import { getDottedName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { isRecovery } from '../outcomes/observation.ts';
import { isFunction, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn, some } from '../walk.ts';
import { isCleanupStatement, defaultCleanups } from './cleanup.ts';
import { getFollowing, getNext, getPreceding, getStatement } from './following.ts';
import { endsInFailure, getAssignedNames, returnsInAnyCase } from './leads-on.ts';
import { isLogStatement } from './log-statement.ts';
import { isAskedFor } from './presence-test.ts';
import { isNothing } from './nothing.ts';

/** Whether the guarded code is the first way to a result, and a failure goes on with another one. */
export function isAttempt(source: Source, handler: ErrorHandler, { exit, value }: Outcome): boolean {
  const { guarded, host } = handler;
  if (handler.kind === 'promise-catch')
    return value !== null && isNothing(value) && isMadeUpFor(source, handler, getStatement(host));
  if (handler.kind !== 'catch-clause' || guarded?.type !== 'BlockStatement') return false;
  if (exit === 'continue')
    return returnsInAnyCase(guarded) && !endsInFailure(handler) && triesNext(source, guarded, host);
  if (exit !== 'end') return false;
  if (returnsInAnyCase(guarded))
    return !endsInFailure(handler) && (triesNext(source, guarded, host) || worksBehind(source, host));
  return isMadeUpFor(source, handler, host) || isShortcut(source, guarded, host);
}

/**
 * `for (const path of paths) { try { return await open(path); } catch {} }`: the next item is tried; and so is the next place with
 * `while (folder) { try { return read(join(folder, name)); } catch {} folder = dirname(folder); }`.
 */
function triesNext(source: Source, guarded: Node, host: Node): boolean {
  const following = getFollowing(host);
  const loop = host.parent?.type === 'BlockStatement' ? host.parent.parent : host.parent;
  if (loop?.type === 'ForOfStatement') return following.length === 0;
  if (!loop || !/^(?:While|DoWhile|For)Statement$/.test(loop.type)) return false;
  const steps = [...getPreceding(host), ...following];
  const moved = findMoved(source, loop.type === 'ForStatement' && loop.update ? [...steps, loop.update] : steps);
  return some(source, guarded, (node) => node.type === 'Identifier' && moved.includes(node.name));
}

/** `folder` in `folder = dirname(folder);`, and `path` in `const path = join(folder, name);` */
function findMoved(source: Source, steps: readonly Node[]): readonly string[] {
  const moved = steps.flatMap((step) => [
    ...collectOwn(source, step, 'AssignmentExpression').map(({ left }) => getDottedName(left)),
    ...collectOwn(source, step, 'UpdateExpression').map(({ argument }) => getDottedName(argument)),
  ]);
  const isMoved = (node: Node): boolean => node.type === 'Identifier' && moved.includes(node.name);
  const following = steps
    .flatMap((step) => collectOwn(source, step, 'VariableDeclarator'))
    .filter(({ init }) => init && some(source, init, isMoved));
  return [...moved, ...following.map(({ id }) => getDottedName(id))];
}

/** `try { if ((await read(path)) === text) return; } catch {} await write(path, text);`: what would save the work, where it can be had. */
function isShortcut(source: Source, guarded: Node, host: Node): boolean {
  const [leaving, ...others] = collectOwn(source, guarded, 'ReturnStatement');
  if (!leaving || others.length > 0 || leaving.argument) return false;
  const hasEffect = collectOwn(source, guarded, 'ExpressionStatement').some((step) => !isLogStatement(step));
  return !hasEffect && getFollowing(host).some((next) => doesWork(source, next));
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
function isMadeUpFor(source: Source, handler: ErrorHandler, statement: Node): boolean {
  const next = getNext(statement);
  if (next?.type !== 'IfStatement') return false;
  const assigned = getAssignedNames(source, handler, statement);
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
