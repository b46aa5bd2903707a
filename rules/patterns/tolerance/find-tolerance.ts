import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import type { Source } from '../source.ts';
import { isAssertedBehind } from './asserted-behind.ts';
import { isAssignedConversion } from './assigned-conversion.ts';
import { isAttempt } from './attempt.ts';
import { isCleanup } from './cleanup.ts';
import { isInFinally } from './continuation.ts';
import { leadsToAlternative, leadsToFailure, triesAgain } from './leads-on.ts';
import { isConversion } from './conversion.ts';
import { isErrorDetail } from './error-detail.ts';
import { isBehindFirstError } from './first-error.ts';
import { isDocumentedAnswer } from './documented-answer.ts';
import { isExistenceProbe } from './existence.ts';
import { isOnlyLogged } from './only-logged.ts';
import { isAnsweredBehind, isProbe } from './probe.ts';
import { isRemoval } from './removal.ts';
import { isSecondWay } from './second-way.ts';
import { isSetting } from './setting.ts';
import { isSettledElsewhere } from './settled-elsewhere.ts';

export interface TolerancePolicy {
  readonly cleanups: readonly string[];
  readonly probes: RegExp;
  readonly allowConversions: boolean;
}

export type Tolerance =
  | 'cleanup'
  | 'probe'
  | 'boolean-pair'
  | 'conversion'
  | 'tries-again'
  | 'error-detail'
  | 'only-logged'
  | 'asserted-behind'
  | 'settled-elsewhere'
  | 'leads-to-failure'
  | 'documented-answer'
  | 'setting'
  | 'leads-to-alternative';

/** Finds why a handler may drop its error without a word: the code itself shows that nothing is lost. */
export function findTolerance(
  source: Source,
  handler: ErrorHandler,
  outcome: Outcome,
  policy: TolerancePolicy,
): Tolerance | undefined {
  if (isCleanup(handler, policy.cleanups) || isInFinally(handler) || isRemoval(source, handler)) return 'cleanup';
  if (outcome.kind === 'ignored' && isSetting(handler)) return 'setting';
  if (isProbe(handler, outcome, policy.probes) || isExistenceProbe(source, handler)) return 'probe';
  if (isSettledElsewhere(source, handler)) return 'settled-elsewhere';
  if (policy.allowConversions && isConversion(source, handler, outcome)) return 'conversion';
  if (policy.allowConversions && isAssignedConversion(source, handler, outcome)) return 'conversion';
  if (triesAgain(source, handler)) return 'tries-again';
  if (isErrorDetail(source, handler) || isBehindFirstError(source, handler)) return 'error-detail';
  if (isOnlyLogged(source, handler, outcome)) return 'only-logged';
  if (isAssertedBehind(source, handler)) return 'asserted-behind';
  if (isAnsweredBehind(source, handler)) return 'boolean-pair';
  if (leadsToAlternative(source, handler) || isAttempt(source, handler, outcome) || isSecondWay(handler))
    return 'leads-to-alternative';
  if (leadsToFailure(source, handler)) return 'leads-to-failure';
  return isDocumentedAnswer(source, handler, outcome) ? 'documented-answer' : undefined;
}
