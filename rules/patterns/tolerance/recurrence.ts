import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import { getFunctionName } from '../function-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { onceForEach } from '../once-for-each.ts';
import {
  getEnclosingFunction,
  getText,
  isFunction,
  isWithin,
  type FunctionNode,
  type Node,
  type Source,
} from '../source.ts';
import { collectOwn, some, walk } from '../walk.ts';
import { pause } from './pause.ts';

/** Names of work that a timer calls for again and again. */
const periodic =
  /^_?#?(?:poll|tick|heartbeat|monitor|watch|sweep|prune)(?=[A-Z_]|$)|(?:Tick|Heartbeat|Loop|Interval|Timer|Cron)$|(?:Poll|Heartbeat)(?:Cycle|Once|Turn|Run)$/;

/** Whether a handler stands in work that comes again by itself: what failed now is tried at the next turn. */
export function isPeriodic(source: Source, handler: ErrorHandler): boolean {
  if (isInTurn(source, handler)) return true;
  for (let owner = getEnclosingFunction(handler.host); owner; owner = getEnclosingFunction(owner))
    if (periodic.test(getFunctionName(owner) ?? '') || isPolled(owner) || isTimed(source, owner)) return true;
  return false;
}

/**
 * `while (!signal.aborted) { try { await this.run(); } catch (e) { log(e); } await sleep(interval); }`: the loop waits and comes again
 * whether or not the turn failed, as opposed to one that tries again until it has succeeded.
 */
function isInTurn(source: Source, { guarded, host }: ErrorHandler): boolean {
  for (let current = host.parent; current && !isFunction(current); current = current.parent) {
    if (!isOpenLoop(current)) continue;
    const { body } = current;
    if (body.type !== 'BlockStatement' || (guarded && leaves(source, guarded))) return false;
    return body.body.some((statement) => statement !== host && pause.test(getText(source, statement)));
  }
  return false;
}

type OpenLoop = TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForStatement;

/** A loop that no list and no counter ends. */
function isOpenLoop(node: Node): node is OpenLoop {
  if (node.type === 'ForStatement') return node.test === null;
  return node.type === 'WhileStatement' || node.type === 'DoWhileStatement';
}

function leaves(source: Source, guarded: Node): boolean {
  return (
    collectOwn(source, guarded, 'ReturnStatement').length > 0 ||
    collectOwn(source, guarded, 'BreakStatement').length > 0
  );
}

/** `startPipeline({ pollingIntervalMs: 1000, load: async () => … })`: who polls asks again. */
function isPolled({ parent }: FunctionNode): boolean {
  if (parent.type !== 'Property' || parent.parent.type !== 'ObjectExpression') return false;
  return parent.parent.properties.some((property) => /^poll(?:ing)?(?=[A-Z]|$)/.test(getPropertyName(property) ?? ''));
}

/** Whether a timer of the file calls a function: `setInterval(() => this.refresh(), 1000)`, or the function itself, for its next turn. */
function isTimed(source: Source, owner: FunctionNode): boolean {
  if (isTimer(owner.parent)) return owner.parent.callee !== owner;
  const name = getFunctionName(owner)?.replace(/^#/, '');
  if (!name || !/\bset(?:Interval|Timeout)\(/.test(source.text)) return false;
  const isName = (node: Node): boolean =>
    (node.type === 'Identifier' || node.type === 'PrivateIdentifier') && node.name === name;
  return getTimers(source).some((timer) => {
    const [called] = timer.arguments;
    const comesAgain = getLastName(getDottedName(timer.callee)) === 'setInterval' || isWithin(timer, owner);
    return comesAgain && called !== undefined && some(source, called, isName);
  });
}

function isTimer(node: Node): node is TSESTree.CallExpression {
  return node.type === 'CallExpression' && /^set(?:Interval|Timeout)$/.test(getLastName(getDottedName(node.callee)));
}

/** The timers of a file, which are looked for once. */
const getTimers: (source: Source) => readonly TSESTree.CallExpression[] = onceForEach((source) => {
  const timers: TSESTree.CallExpression[] = [];
  walk(source, source.ast, (node) => void (isTimer(node) && timers.push(node)));
  return timers;
});
