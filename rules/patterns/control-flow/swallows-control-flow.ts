import { getEnclosingFunction, type Source } from '../source.ts';
import type { HandlerAnalysis } from '../outcomes/analyze-handler.ts';
import type { Outcome, OutcomeKind } from '../outcomes/outcome.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

const passing: readonly OutcomeKind[] = ['rethrown', 'forwarded', 'terminated'];
const dropping: readonly OutcomeKind[] = ['ignored', 'replaced', 'logged', 'logged-blind'];

/** Whether no path of a handler throws what was caught on: another error in its place takes the redirect away all the same. */
export function swallowsCall(source: Source, { handler, outcomes }: HandlerAnalysis): boolean {
  if (!handler.body || outcomes.some(mayPass)) return false;
  const [start, end] = handler.body.range;
  return !/rethrow|isRedirect|isNextRouter|isHttpError|isResponse/i.test(source.text.slice(start, end));
}

/** A function that is given the error may throw it on: `return handleActionError(e)`. */
function mayPass({ kind, value }: Outcome): boolean {
  const isHandedOn = kind === 'returned' && value !== null && unwrapExpression(value).type === 'CallExpression';
  return isHandedOn || passing.includes(kind);
}

/** Whether every path goes on as if the caller still waited, and nothing behind it asks for the signal. */
export function swallowsAbort(source: Source, { handler, outcomes }: HandlerAnalysis): boolean {
  if (!handler.body || !outcomes.every(({ kind }) => dropping.includes(kind))) return false;
  const end = getEnclosingFunction(handler.host)?.range[1] ?? source.text.length;
  return !/abort|cancel/i.test(source.text.slice(handler.body.range[0], end));
}
