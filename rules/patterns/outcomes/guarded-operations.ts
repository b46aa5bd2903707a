import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import type { OctollmSettings } from '../settings/settings.ts';
import { isFunction, type Node, type Source } from '../source.ts';
import { getOutermostExpression, unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn } from '../walk.ts';
import { isLogger } from './log-call.ts';

/** Calls that keep the books of the function itself: lists, maps, state of a view, timers. */
const bookkeeping =
  /^(?:push|unshift|splice|add|set|delete|clear|sort|reverse|fill|append|forEach|clearTimeout|clearInterval|throwIfAborted|addEventListener|removeEventListener|set[A-Z]\w*|dispatch|emit|dispatchEvent|increment|observe|record|update|once|on(?:[A-Z]\w*)?|addListener|subscribe|\w*Spinner)$/;

/**
 * Counts the calls of a piece of code that can fail each in its own way: of a block those that are awaited, and those that are made for
 * their effect, each function once; of a promise the links of its chain.
 */
export function countOperations(source: Source, settings: OctollmSettings, guarded: Node): number {
  return guarded.type === 'BlockStatement'
    ? countInBlock(source, settings, guarded)
    : countInChain(source, settings, guarded);
}

/** `load().then((rows) => check(rows)).then(save)` */
function countInChain(source: Source, settings: OctollmSettings, chain: Node): number {
  const call = unwrapExpression(chain);
  if (call.type !== 'CallExpression') return 0;
  const name = getDottedName(call.callee);
  if (/^Promise\.(?:all|race|any)$/.test(name)) return collectOwn(source, call, 'CallExpression').length - 1;
  if (call.callee.type !== 'MemberExpression' || !/^(?:then|catch|finally)$/.test(getLastName(name))) return 1;
  const before = countInChain(source, settings, call.callee.object);
  const [callback] = call.arguments;
  return getLastName(name) === 'then' && callback ? before + countInCallback(source, settings, callback) : before;
}

function countInCallback(source: Source, settings: OctollmSettings, argument: Node): number {
  const callback = unwrapExpression(argument);
  if (!isFunction(callback)) return 1;
  const { body } = callback;
  if (body.type !== 'BlockStatement') return unwrapExpression(body).type === 'CallExpression' ? 1 : 0;
  const returned = collectOwn(source, body, 'ReturnStatement').filter(
    ({ argument: value }) => value && unwrapExpression(value).type === 'CallExpression',
  );
  return countInBlock(source, settings, body) + returned.length;
}

function countInBlock(source: Source, settings: OctollmSettings, guarded: Node): number {
  let awaited = 0;
  const effects = new Set<string>();
  for (const call of collectOwn(source, guarded, 'CallExpression')) {
    const name = getDottedName(call.callee);
    if (isLogger(name, settings)) continue;
    if (isAwaited(call)) awaited += 1;
    else if (isStatement(call) && !bookkeeping.test(getLastName(name))) effects.add(name);
  }
  return awaited + effects.size;
}

function isStatement(call: Node): boolean {
  return getOutermostExpression(call).parent?.type === 'ExpressionStatement';
}

/** `await load()`, also as a part of `await Promise.all([load(), …])`, which is no operation of its own. */
function isAwaited(call: TSESTree.CallExpression): boolean {
  if (/^Promise\.\w+$/.test(getDottedName(call.callee))) return false;
  const value = getOutermostExpression(call);
  const { parent } = value;
  if (parent?.type === 'AwaitExpression') return true;
  const all = parent?.type === 'ArrayExpression' ? parent.parent : undefined;
  return all?.type === 'CallExpression' && /^Promise\.(?:all|race|any)$/.test(getDottedName(all.callee));
}
