import { getDottedName, getLastName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getFunctionName } from '../function-name.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { getEnclosingFunction, isFunction, type Node, type Source } from '../source.ts';
import { getOutermostExpression, unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn, some, walk } from '../walk.ts';
import { getFollowing } from './following.ts';
import { returnsInAnyCase } from './leads-on.ts';
import { isNothing } from './nothing.ts';
import { findCalls, isPrivate } from './nobody-waits.ts';

/** Items that are code of others. */
const foreignCode =
  /(?:listener|handler|callback|hook|subscriber|observer|contribution|plugin|extension|provider|middleware|cb|fn)s?$/i;

/** Whether a loop calls into its items and shields each from the next: `for (const listener of listeners) { try { listener(event) } … }`. */
export function isIsolation(source: Source, handler: ErrorHandler): boolean {
  const { guarded } = handler;
  if (!guarded) return false;
  if (callsOnlyForeignCode(guarded)) return true;
  for (let current = handler.host.parent; current && !isFunction(current); current = current.parent) {
    if (current.type !== 'ForOfStatement') continue;
    const names = getItemNames(source, current.left);
    return collectOwn(source, guarded, 'CallExpression').some((call) => {
      const [root = '', method] = getDottedName(call.callee).split('.');
      return names.has(root) && (method === undefined || foreignCode.test(root));
    });
  }
  return false;
}

/** `try { options.onConnect?.(wallet); } catch (e) { log(e); }` */
function callsOnlyForeignCode(guarded: Node): boolean {
  const statement = guarded.type === 'BlockStatement' && guarded.body.length === 1 ? guarded.body[0] : undefined;
  if (statement?.type === 'ExpressionStatement') return callsForeignCode(statement.expression);
  return guarded.type === 'CallExpression' && callsForeignCode(guarded);
}

/** `hook()`, `Promise.resolve(hook())` */
function callsForeignCode(expression: Node): boolean {
  const call = unwrapExpression(expression);
  if (call.type !== 'CallExpression') return false;
  const name = getDottedName(call.callee);
  if (name === 'Promise.resolve' && call.arguments[0]) return callsForeignCode(call.arguments[0]);
  return /^on[A-Z]/.test(getLastName(name)) || foreignCode.test(name);
}

/** The names that a loop or a callback gives to the item at hand. */
function getItemNames(source: Source, declaration: Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(source, declaration, (node) => void (node.type === 'Identifier' && names.add(node.name)));
  return names;
}

/** Calls that gather what the items yield: a failing one is then missing from the whole. */
const gathers = /^(?:push|unshift|add|set|append|concat)$/;

/**
 * Whether a handler answers for one item of several that are worked on one by one, and the log line names it, so that who reads it knows
 * which one failed. Nothing may be gathered of which the item would be missing, unless the callback answers with nothing for it alone.
 * A `break` would end the others.
 */
export function isOneOfSeveral(source: Source, handler: ErrorHandler, { exit, value }: Outcome): boolean {
  const { guarded, body, host } = handler;
  if (!guarded || !body || exit === 'break') return false;
  if (isStartedTogether(host) || isCandidate(source, handler)) return true;
  const own = findItems(host);
  const items = own ?? findItemsOfCallers(source, host);
  if (!isNamed(source, body, new Set(items.flatMap((item) => [...getItemNames(source, item)])))) return false;
  const isLeftOut = own !== undefined && exit === 'return' && value !== null && isEmpty(value);
  return isLeftOut || !gathersItems(source, guarded);
}

/** Whether a log line is given an item, or a part of it: `log.warn(`cannot move ${file.name}`, error)`. */
function isNamed(source: Source, body: Node, names: ReadonlySet<string>): boolean {
  const isItem = (node: Node): boolean => node.type === 'Identifier' && names.has(node.name) && !isProperty(node);
  return some(
    source,
    body,
    (node) => node.type === 'CallExpression' && node.arguments.some((argument) => some(source, argument, isItem)),
  );
}

/** `error` in `failure.error` */
function isProperty({ parent, range }: Node): boolean {
  return parent?.type === 'MemberExpression' && !parent.computed && parent.property.range[0] === range[0];
}

/** The parameters of a function of this file that is called for one item of several: `await Promise.all(names.map((name) => remove(name)))`. */
function findItemsOfCallers(source: Source, host: Node): readonly Node[] {
  const owner = getEnclosingFunction(host);
  const isOfFile = owner && (isPrivate(owner) || owner.parent.type === 'Program');
  const name = isOfFile ? getFunctionName(owner) : undefined;
  if (!owner || name === undefined) return [];
  const calls = findCalls(source, name);
  return calls.length > 0 && calls.every((call) => findItems(call)) ? owner.params : [];
}

/**
 * `for (const way of ways) { try { found = await way(); } catch (e) { log(e); } if (found) return found; }`: one of several that are tried
 * until the first does it, also where the guarded code returns itself.
 */
function isCandidate(source: Source, { guarded, host }: ErrorHandler): boolean {
  const loop = host.parent?.type === 'BlockStatement' ? host.parent.parent : undefined;
  if (loop?.type !== 'ForOfStatement' || guarded?.type !== 'BlockStatement') return false;
  const [next] = getFollowing(host);
  if (!next) return returnsInAnyCase(guarded);
  if (next.type !== 'IfStatement' || collectOwn(source, next.consequent, 'ReturnStatement').length === 0) return false;
  const found = collectOwn(source, guarded, 'AssignmentExpression').map(({ left }) => getDottedName(left));
  return some(source, next.test, (node) => found.includes(getDottedName(node)));
}

/** `tasks.push(start().catch(log))`: who waits for the list waits for each of them to come to some end. */
function isStartedTogether(host: Node): boolean {
  const { parent } = getOutermostExpression(host);
  return parent?.type === 'CallExpression' && /\.push$/.test(getDottedName(parent.callee));
}

/** The declarations of the item that a loop, or the callback of `forEach` or `map`, works on. */
function findItems(host: Node): readonly Node[] | undefined {
  for (let current = host.parent; current; current = current.parent) {
    if (current.type === 'ForOfStatement') return [current.left];
    if (!isFunction(current)) continue;
    const call = current.parent;
    const isEach = call.type === 'CallExpression' && /^(?:forEach|map)$/.test(getLastName(getDottedName(call.callee)));
    return isEach ? current.params.slice(0, 1) : undefined;
  }
  return undefined;
}

/** `null`, `[]`: nothing for this item, beside what the others yield. */
function isEmpty(value: Node): boolean {
  const inner = unwrapExpression(value);
  return isNothing(inner) || (inner.type === 'ArrayExpression' && inner.elements.length === 0);
}

function gathersItems(source: Source, guarded: Node): boolean {
  return some(source, guarded, (node) => {
    switch (node.type) {
      case 'YieldExpression':
      case 'ReturnStatement':
      case 'AssignmentExpression':
        return true;
      case 'CallExpression':
        return gathers.test(getLastName(getDottedName(node.callee)));
      default:
        return false;
    }
  });
}
