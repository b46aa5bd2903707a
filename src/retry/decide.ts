import type { Classification } from '../classify/classification.ts';
import { classifyStructure } from '../classify/classify-structure.ts';
import { suppress } from '../errors/suppressed.ts';
import type { AttemptScope } from './attempt-scope.ts';
import type { GiveUpEvent, GiveUpReason, RetryEvent } from './failed-attempt.ts';
import { notify } from './notify.ts';
import { planWait } from './plan-wait.ts';
import { isRefusedValue } from './refused-value.ts';
import type { RetryPolicyOptions } from './retry-options.ts';

/**
 * Decides what follows a failed attempt; when a function of the policy throws, its bug must not take the place of the failure.
 *
 * @param thrown What the attempt threw, or the value that was refused.
 * @param scope The attempt.
 * @param options The policy.
 * @param previousMs How long the previous wait was.
 */
export function decide(
  thrown: unknown,
  scope: AttemptScope,
  options: RetryPolicyOptions,
  previousMs: number | undefined,
): RetryEvent | GiveUpEvent {
  const { classify = classifyStructure, onHookError } = options;
  const refused = isRefusedValue(thrown) ? thrown : undefined;
  const error = refused ? undefined : thrown;
  // An abort may come before the first attempt, or in the wait before a further one.
  const attempt = scope.hasBegun ? scope.attempt : scope.attempt - 1;
  const failure = refused ? { attempt, value: refused.value } : { attempt, error };

  let classification: Classification | undefined = refused?.classification;
  let plan: number | GiveUpReason;
  try {
    classification ??= classify(error);
    plan = planWait(classification, scope, options, previousMs, error);
  } catch (bug) {
    suppress(error, bug);
    void notify(onHookError, bug, undefined);
    classification ??= classifyStructure(error);
    plan = 'policy_failed';
  }
  return typeof plan === 'number'
    ? { ...failure, classification, delayMs: plan }
    : { ...failure, classification, reason: plan };
}
