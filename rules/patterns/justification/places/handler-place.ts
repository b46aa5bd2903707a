import { findControlFlowCalls } from '../../control-flow/control-flow-call.ts';
import { swallowsAbort } from '../../control-flow/swallows-control-flow.ts';
import type { ErrorHandler } from '../../handlers/error-handler.ts';
import { analyzeHandler, type HandlerAnalysis } from '../../outcomes/analyze-handler.ts';
import { findCallbackFaults } from '../../outcomes/callback-fault.ts';
import { findCatchAll } from '../../outcomes/catch-all.ts';
import { countOperations } from '../../outcomes/guarded-operations.ts';
import type { OutcomeKind } from '../../outcomes/outcome.ts';
import type { OctollmSettings } from '../../settings/settings.ts';
import type { Source } from '../../source.ts';

/** How a path ends that says nothing of the error to its caller, also where only expected errors take it. */
const dropped: readonly OutcomeKind[] = ['ignored', 'replaced', 'logged', 'logged-blind'];

/** Several things can go wrong where so many calls are guarded. */
const manyOperations = 2;

/**
 * Whether a handler does what a directive can justify: it drops the error, only logs it, puts a default in its place, takes every error
 * for one, swallows an abort, or is a callback that forgets it. What the code itself excuses counts as well: its comment is no leftover.
 */
export function isJustifiable(source: Source, settings: OctollmSettings, handler: ErrorHandler): boolean {
  const analysis = analyzeHandler(source, settings, handler);
  if (analysis.outcomes.some(({ kind }) => dropped.includes(kind))) return true;
  if (findCallbackFaults(source, settings, handler).length > 0) return true;
  return takesAllForOne(source, settings, analysis) || hidesAbort(source, analysis);
}

function takesAllForOne(source: Source, settings: OctollmSettings, analysis: HandlerAnalysis): boolean {
  const { kind, guarded } = analysis.handler;
  if (kind !== 'catch-clause' || !guarded || countOperations(source, settings, guarded) < manyOperations) return false;
  return findCatchAll(analysis) !== undefined;
}

function hidesAbort(source: Source, analysis: HandlerAnalysis): boolean {
  const { guarded } = analysis.handler;
  if (guarded?.type !== 'BlockStatement' || findControlFlowCalls(source, guarded, []).length === 0) return false;
  return swallowsAbort(source, analysis);
}
