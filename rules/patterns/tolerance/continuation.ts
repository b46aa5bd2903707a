import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { getFunctionName } from '../function-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { isRecovery } from '../outcomes/observation.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { getEnclosingFunction, getText, isFunction, type FunctionNode, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn, some, walk } from '../walk.ts';

/** Functions that are called for their effect: who calls them relies on it. */
const promisesEffect =
  /^_?#?(?:save|update|set(?=[A-Z])|write|delete|remove|create|insert|send|submit|flush|sign|global|upload|persist|commit|push|publish)/;

/** Whether nothing that runs after a handler relies on what it guards: the last step of a function that returns nothing. */
export function isLastStep(source: Source, handler: ErrorHandler, outcome: Outcome): boolean {
  const owner = getEnclosingFunction(handler.host);
  if (owner && (!returnsNothing(source, owner) || promisesEffect.test(getFunctionName(owner) ?? ''))) return false;
  if (outcome.exit === 'return' && outcome.value === null) return true;
  const statement = getOwnStatement(handler.host);
  // A `finally` that does more than release goes on with the work, as if it had succeeded.
  if (statement?.type === 'TryStatement' && (statement.finalizer?.body.length ?? 0) > 1) return false;
  return statement !== undefined && isTail(statement);
}

/** Whether the statements behind a handler end in a throw whatever happened, so that the failure is told anyway. */
export function leadsToFailure(handler: ErrorHandler): boolean {
  return getFollowing(getStatement(handler.host)).some(isFailing);
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
  if (statement.type === 'ExpressionStatement' && statement.expression.type === 'CallExpression')
    return /^(?:throw|fail|raise|panic)(?=[A-Z]|$)/.test(getLastName(getDottedName(statement.expression.callee)));
  const argument =
    statement.type === 'ReturnStatement' && statement.argument ? unwrapExpression(statement.argument) : undefined;
  return argument?.type === 'CallExpression' && getDottedName(argument.callee) === 'Promise.reject';
}

/** Whether the guarded code returns and what follows is a second way to a result: `try { return fast() } catch {} return slow();` */
export function leadsToAlternative(source: Source, handler: ErrorHandler): boolean {
  if (handler.guarded?.type !== 'BlockStatement') return false;
  if (collectOwn(source, handler.guarded, 'ReturnStatement').length === 0) return false;
  const [next] = getFollowing(getStatement(handler.host));
  return next?.type === 'ReturnStatement' && next.argument !== null && isRecovery(next.argument);
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

function getAssignedNames(source: Source, handler: ErrorHandler, statement: Node): string[] {
  if (handler.guarded?.type === 'BlockStatement')
    return collectOwn(source, handler.guarded, 'AssignmentExpression').map(({ left }) => getDottedName(left));
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : '*'));
}

/** Items that are code of others. */
const foreignCode =
  /(?:listener|handler|callback|hook|subscriber|observer|contribution|plugin|extension|provider|middleware|cb|fn)s?$/i;

/** Whether a loop calls into its items and shields each from the next: `for (const listener of listeners) { try { listener(event) } … }`. */
export function isIsolation(source: Source, handler: ErrorHandler): boolean {
  const { guarded } = handler;
  if (!guarded) return false;
  if (callsOnlyForeignCode(guarded)) return true;
  for (let current = handler.host.parent; current && !isFunction(current); current = current.parent) {
    if (current.type !== 'ForOfStatement' || current.left.type !== 'VariableDeclaration') continue;
    const [declaration] = current.left.declarations;
    const names = new Set<string>();
    walk(source, declaration.id, (node) => void (node.type === 'Identifier' && names.add(node.name)));
    return collectOwn(source, guarded, 'CallExpression').some((call) => {
      const [root = '', method] = getDottedName(call.callee).split('.');
      return names.has(root) && (method === undefined || foreignCode.test(root));
    });
  }
  return false;
}

/** `try { options.onConnect?.(wallet); } catch (e) { log(e); }` */
function callsOnlyForeignCode(guarded: Node): boolean {
  if (guarded.type !== 'BlockStatement' || guarded.body.length !== 1) return false;
  const [statement] = guarded.body;
  const call = statement?.type === 'ExpressionStatement' ? unwrapExpression(statement.expression) : undefined;
  if (call?.type !== 'CallExpression') return false;
  const name = getLastName(getDottedName(call.callee));
  return /^on[A-Z]/.test(name) || foreignCode.test(name);
}

/** Whether a handler stands in another handler or in a `finally`: the failure of a repair, not of the work. */
export function isInsideHandling(handler: ErrorHandler): boolean {
  let child: Node = handler.host;
  for (let current = child.parent; current; child = current, current = current.parent) {
    if (current.type === 'CatchClause') return true;
    if (current.type === 'TryStatement' && current.finalizer === child) return true;
    if (isFunction(current)) return false;
  }
  return false;
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

function getStatement(node: Node): Node {
  let current = node;
  while (current.parent && !/Statement$|Declaration$/.test(current.type)) current = current.parent;
  return current;
}

function getFollowing(statement: Node): readonly Node[] {
  const list = getList(statement.parent);
  return list ? list.slice(list.indexOf(statement) + 1) : [];
}

function getList(parent: Node | undefined): readonly Node[] | undefined {
  if (parent?.type === 'BlockStatement' || parent?.type === 'Program') return parent.body;
  return parent?.type === 'SwitchCase' ? parent.consequent : undefined;
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

/** Whether a statement only writes to a log. */
export function isLogStatement(next: Node): boolean {
  if (next.type !== 'ExpressionStatement') return false;
  const inner: TSESTree.Node = unwrapExpression(next.expression);
  return inner.type === 'CallExpression' && /(?:^|\.)(?:console|log|logger|debug)\b/.test(getDottedName(inner.callee));
}
