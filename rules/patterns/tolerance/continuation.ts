import { getFunctionName } from '../function-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { getEnclosingFunction, getText, isFunction, type FunctionNode, type Node, type Source } from '../source.ts';
import { collectOwn, some } from '../walk.ts';
import { getFollowing } from './following.ts';
import { isLogStatement } from './log-statement.ts';

/** Functions that are called for their effect: who calls them relies on it. */
const promisesEffect =
  /^_?#?(?:save|update|set(?=[A-Z])|write|delete|remove|create|insert|send|submit|flush|sign|global|upload|persist|commit|push|publish|set_?up|download|install|migrate|import|export|deploy|seed|clear|drop|add|store|put|reset)/;

/** Whether nothing that runs after a handler relies on what it guards: the last step of a function that returns nothing. */
export function isLastStep(source: Source, handler: ErrorHandler, outcome: Outcome): boolean {
  // What ends a loop keeps the rest of its items from their turn.
  if (outcome.exit === 'break') return false;
  const owner = getEnclosingFunction(handler.host);
  if (owner && (!returnsNothing(source, owner) || promisesEffect.test(getFunctionName(owner) ?? ''))) return false;
  if (outcome.exit === 'return' && outcome.value === null) return true;
  const statement = getOwnStatement(handler.host);
  // A `finally` that does more than release goes on with the work, as if it had succeeded.
  if (statement?.type === 'TryStatement' && (statement.finalizer?.body.length ?? 0) > 1) return false;
  return statement !== undefined && isTail(statement);
}

/** Whether a handler stands in another handler or in a `finally`: the failure of a repair, not of the work. */
export function isInsideHandling(source: Source, handler: ErrorHandler): boolean {
  let child: Node = handler.host;
  for (let current = child.parent; current; child = current, current = current.parent) {
    if (current.type === 'CatchClause') return true;
    if (current.type === 'TryStatement' && current.finalizer === child) return true;
    if (isFunction(current)) return takesError(source, current, handler);
  }
  return false;
}

/** `(error) => { try { report(error); } catch (e) { log(e); } return error; }`: the first error goes its way. */
function takesError(source: Source, { params }: FunctionNode, { guarded }: ErrorHandler): boolean {
  const [only] = params;
  if (params.length !== 1 || only?.type !== 'Identifier' || !guarded) return false;
  const type = only.typeAnnotation ? getText(source, only.typeAnnotation) : '';
  if (!/^(?:e|err|error|reason|cause|exception)$/.test(only.name) && !/^: *(?:\w*Error|Exception)$/.test(type))
    return false;
  return some(source, guarded, (node) => node.type === 'Identifier' && node.name === only.name);
}

/** Whether a `try` is all that a `finally` does: the work is over, and has told already how it went. */
export function isInFinally({ kind, host }: ErrorHandler): boolean {
  const block = host.parent;
  if (kind !== 'catch-clause' || block?.type !== 'BlockStatement' || block.body.length !== 1) return false;
  return block.parent.type === 'TryStatement' && block.parent.finalizer === block;
}

function returnsNothing(source: Source, owner: FunctionNode): boolean {
  if (owner.generator) return false;
  if (owner.body.type !== 'BlockStatement') return false;
  return collectOwn(source, owner.body, 'ReturnStatement').every((statement) => !statement.argument);
}

/** The try statement, or the statement that a promise chain is, when nobody takes its value. */
function getOwnStatement(host: Node): Node | undefined {
  if (host.type === 'TryStatement') return host;
  let current: Node | undefined = host;
  while (current && current.type !== 'ExpressionStatement') {
    if (
      !/^(?:ChainExpression|AwaitExpression|UnaryExpression|MemberExpression|CallExpression|TS\w+)$/.test(current.type)
    )
      return undefined;
    const parent: Node | undefined = current.parent;
    // An argument or a receiver of another call is a value; only the chain's own links may be climbed.
    if (parent?.type === 'CallExpression' && parent.callee !== current) return undefined;
    current = parent;
  }
  return current;
}

/** Climbs as long as nothing follows; a loop goes on with the next item, which is independent of this one. */
function isTail(statement: Node): boolean {
  let current: Node = statement;
  for (;;) {
    if (getFollowing(current).some((next) => !isAfterthought(next))) return false;
    const parent: Node | undefined = current.parent;
    if (!parent || parent.type === 'Program' || isFunction(parent)) return true;
    if (
      parent.type === 'TryStatement' &&
      parent.block === current &&
      parent.handler === null &&
      parent.finalizer === null
    )
      return false;
    current = parent;
  }
}

/** A `break`, a bare `return` or a log line relies on nothing. */
function isAfterthought(next: Node): boolean {
  if (next.type === 'BreakStatement' || next.type === 'ContinueStatement' || next.type === 'EmptyStatement')
    return true;
  if (next.type === 'ReturnStatement') return next.argument === null;
  return next.type === 'FunctionDeclaration' || isLogStatement(next);
}
