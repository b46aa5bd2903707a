import { getDottedName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { isRecovery } from '../outcomes/observation.ts';
import { isThrower } from '../outcomes/terminator.ts';
import { getText, isFunction, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn, some } from '../walk.ts';
import { getFollowing, getNext, getStatement } from './following.ts';
import { pause } from './pause.ts';

/**
 * Whether the statements behind a handler end in a throw for whoever comes from it, so that the failure is told anyway. What the guarded
 * code has found is used behind it too, unless that code returns; then a throw at the far end tells of something else.
 */
export function leadsToFailure(source: Source, handler: ErrorHandler): boolean {
  const { guarded } = handler;
  const isOnlyForFailure = guarded?.type === 'BlockStatement' && returnsInAnyCase(guarded);
  for (let current: Node = getStatement(handler.host); ; current = current.parent) {
    const following = getFollowing(current);
    const end = following.findIndex(isFailing);
    if (end >= 0) return isOnlyForFailure || !following.slice(0, end).some((next) => mayReturn(source, next));
    // Behind an `if` or the clause of another handler the same statements follow; behind a loop they may speak of other items.
    if (!current.parent || !/^(?:BlockStatement|IfStatement|CatchClause|TryStatement)$/.test(current.parent.type))
      return false;
    if (following.some((next) => mayReturn(source, next))) return false;
  }
}

/** Whether a block ends in a `return`, or in a `try` of which every branch does. */
export function returnsInAnyCase({ body }: { readonly body: readonly Node[] }): boolean {
  const last = body.at(-1);
  if (last?.type !== 'TryStatement') return last?.type === 'ReturnStatement';
  return returnsInAnyCase(last.block) && (last.handler === null || returnsInAnyCase(last.handler.body));
}

function mayReturn(source: Source, statement: Node): boolean {
  return collectOwn(source, statement, 'ReturnStatement').length > 0;
}

/** Whether the function around a handler ends in a throw for all who get that far: after a loop that found nothing, say. */
export function endsInFailure(handler: ErrorHandler): boolean {
  for (let current: Node | undefined = getStatement(handler.host); current; current = current.parent) {
    if (isFunction(current)) return false;
    if (getFollowing(current).some(isFailing)) return true;
  }
  return false;
}

function isFailing(statement: Node): boolean {
  if (statement.type === 'ThrowStatement') return true;
  if (statement.type === 'ExpressionStatement') return isThrower(statement.expression);
  const argument =
    statement.type === 'ReturnStatement' && statement.argument ? unwrapExpression(statement.argument) : undefined;
  return argument?.type === 'CallExpression' && getDottedName(argument.callee) === 'Promise.reject';
}

/** Whether the guarded code returns and what follows is a second way to a result: `try { return fast() } catch {} return slow();` */
export function leadsToAlternative(source: Source, handler: ErrorHandler): boolean {
  const { guarded } = handler;
  if (guarded?.type !== 'BlockStatement') return false;
  if (collectOwn(source, guarded, 'ReturnStatement').length === 0) return false;
  const next = getNext(getStatement(handler.host));
  return next?.type === 'ReturnStatement' && next.argument !== null && isRecovery(next.argument);
}

/**
 * Whether what follows comes to a result by work of its own: it is run for the failure alone, or the guarded code only looks for a result
 * that would save the work, `try { const known = await read(); if (isFresh(known)) return known; } catch (e) { log(e); }`.
 */
export function worksOn(source: Source, handler: ErrorHandler): boolean {
  const { guarded } = handler;
  if (guarded?.type !== 'BlockStatement') return false;
  const isOnlyForFailure = returnsInAnyCase(guarded);
  if (!isOnlyForFailure && !looksForResult(source, guarded)) return false;
  const statement = getStatement(handler.host);
  for (let current: Node | undefined = statement; current && !isFunction(current); current = current.parent) {
    const following = getFollowing(current);
    const last = following.at(-1);
    if (last?.type !== 'ReturnStatement') continue;
    if (last.argument === null || following.length === 1 || !isResult(last.argument)) return false;
    return isOnlyForFailure || following.some((next) => isWork(source, next));
  }
  return false;
}

/** Whether guarded code asks for a result, and hands it out where it finds one. */
function looksForResult(source: Source, guarded: Node): boolean {
  const returned = collectOwn(source, guarded, 'ReturnStatement');
  return (
    returned.length > 0 &&
    returned.every(({ argument }) => argument !== null && /^(?:Identifier|ObjectExpression)$/.test(argument.type)) &&
    collectOwn(source, guarded, 'AssignmentExpression').length === 0
  );
}

/** Whether a statement works something out: `const made = await create(name);` */
function isWork(source: Source, statement: Node): boolean {
  if (statement.type !== 'VariableDeclaration') return false;
  return some(source, statement, ({ type }) => type === 'CallExpression' || type === 'AwaitExpression');
}

/** A value that was worked out, as opposed to `null`, `[]` or `{}`. */
function isResult(value: Node): boolean {
  const inner = unwrapExpression(value);
  if (inner.type === 'Identifier') return inner.name !== 'undefined';
  return /^(?:Call|New|Member|Await|Template)/.test(inner.type) || isRecovery(inner);
}

/** Whether the first statement behind a handler asks whether the guarded assignment took place: `if (!client) …`. */
export function isAskedAfterwards(source: Source, handler: ErrorHandler): boolean {
  const statement = getStatement(handler.host);
  const next =
    getFollowing(statement)[0] ?? (statement.parent?.parent ? getFollowing(statement.parent.parent)[0] : undefined);
  if (next?.type !== 'IfStatement') return false;
  const assigned = getAssignedNames(source, handler, statement);
  const { test } = next;
  const isNegative = /^!|[=!]==?\s*(?:null|undefined)/.test(getText(source, test));
  return isNegative && some(source, test, (node) => assigned.includes(getDottedName(node)));
}

export function getAssignedNames(source: Source, handler: ErrorHandler, statement: Node): string[] {
  if (handler.guarded?.type === 'BlockStatement')
    return collectOwn(source, handler.guarded, 'AssignmentExpression').map(({ left }) => getDottedName(left));
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : '*'));
}

/** Whether a handler stands in a loop that waits behind it and tries again, until something else ends it. */
export function triesAgain(source: Source, handler: ErrorHandler): boolean {
  const statement = getStatement(handler.host);
  const loop = statement.parent?.parent;
  if (!loop || !/^(?:While|DoWhile|For)Statement$/.test(loop.type)) return false;
  return getFollowing(statement).some((next) => pause.test(getText(source, next)));
}
