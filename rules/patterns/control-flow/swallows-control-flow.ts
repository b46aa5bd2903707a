import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { getEnclosingFunction, getText, isFunction, type Node, type Source } from '../source.ts';
import type { HandlerAnalysis } from '../outcomes/analyze-handler.ts';
import type { Outcome, OutcomeKind } from '../outcomes/outcome.ts';
import { pauses } from '../promises/can-reject.ts';
import { getProvenance } from '../provenance.ts';
import { getStatements } from '../statements.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn } from '../walk.ts';

const passing: readonly OutcomeKind[] = ['rethrown', 'terminated'];
const dropping: readonly OutcomeKind[] = ['ignored', 'replaced', 'logged', 'logged-blind'];

/** Whether no path of a handler throws what was caught on: another error in its place takes the redirect away all the same. */
export function swallowsCall(source: Source, analysis: HandlerAnalysis): boolean {
  const { handler, outcomes } = analysis;
  if (!handler.body || outcomes.some((outcome) => mayPass(analysis, outcome))) return false;
  const [start, end] = handler.body.range;
  return !/rethrow|isRedirect|isNextRouter|isHttpError|isResponse/i.test(source.text.slice(start, end));
}

/** A function that is given the error may throw it on: `return handleActionError(e)`. */
function mayPass(analysis: HandlerAnalysis, { kind, value }: Outcome): boolean {
  const isHandedOn = kind === 'returned' && value !== null && unwrapExpression(value).type === 'CallExpression';
  return isHandedOn || passing.includes(kind) || (kind === 'forwarded' && !isOnlyNoted(analysis));
}

const notes = /^(?:report|track|capture|notify|record|show|set|dispatch|push|add)(?:[A-Z]\w*)?$/;

/** Whether all that is given the error says by its name that it takes note of it: `reportProblem(e)`, `setProblem(e)`. */
function isOnlyNoted({ handler: { body }, context }: HandlerAnalysis, names: RegExp = notes): boolean {
  const calls = body ? collectOwn(context.source, body, 'CallExpression') : [];
  const takers = calls.filter((call) => call.arguments.some((given) => getProvenance(context, given) !== 'unrelated'));
  return takers.length > 0 && takers.every(({ callee }) => names.test(getLastName(getDottedName(callee))));
}

/** Whether every path goes on as if the caller still waited, and nothing behind it asks for the signal. */
export function swallowsAbort(source: Source, analysis: HandlerAnalysis): boolean {
  const { handler, outcomes } = analysis;
  const { body } = handler;
  const goesOn = ({ kind, value }: Outcome): boolean =>
    dropping.includes(kind) ||
    (kind === 'forwarded' && isOnlyListed(analysis)) ||
    (kind === 'recovered' && value === null && onlyWaits(source, body));
  if (!body || !outcomes.every(goesOn)) return false;
  const end = getEnclosingFunction(handler.host)?.range[1] ?? source.text.length;
  return !speaksOfAbort.test(source.text.slice(body.range[0], end)) && !isAskedEachTurn(source, handler.host);
}

const speaksOfAbort = /abort|cancel/i;

/** `while (!signal.aborted) { try { … } catch {} }`, `for (…) { if (signal.aborted) break; try { … } catch {} }` */
function isAskedEachTurn(source: Source, host: Node): boolean {
  let child = host;
  for (let current = host.parent; current && !isFunction(current); child = current, current = current.parent) {
    const statements = getStatements(current);
    const before = statements.slice(0, Math.max(0, statements.indexOf(child)));
    if (isLoop(current.parent) && before.some((statement) => speaksOfAbort.test(getText(source, statement))))
      return true;
    const test =
      current.type === 'WhileStatement' || current.type === 'DoWhileStatement' || current.type === 'ForStatement'
        ? current.test
        : null;
    if (test && speaksOfAbort.test(getText(source, test))) return true;
  }
  return false;
}

/** `failures.push({ step, error });`, and the loop takes the next step. */
function isOnlyListed(analysis: HandlerAnalysis): boolean {
  return isInLoop(analysis.handler.host) && isOnlyNoted(analysis, lists);
}

const lists = /^(?:push|add|set|append|unshift)$/;

function isInLoop(node: Node): boolean {
  for (let current = node.parent; current && !isFunction(current); current = current.parent)
    if (isLoop(current)) return true;
  return false;
}

function isLoop(node: Node | undefined): boolean {
  return node !== undefined && /^(?:For|ForOf|ForIn|While|DoWhile)Statement$/.test(node.type);
}

/** `await sleep(delay);` before the next turn of a loop. */
function onlyWaits(source: Source, body: Node | null): boolean {
  const awaited = body ? collectOwn(source, body, 'AwaitExpression') : [];
  const isPause = ({ argument }: TSESTree.AwaitExpression): boolean => {
    const call = unwrapExpression(argument);
    return call.type === 'CallExpression' && pauses.test(getLastName(getDottedName(call.callee)));
  };
  return awaited.length > 0 && awaited.every(isPause);
}
