import type { Classification } from '../classify/classification.ts';
import type { AttemptScope } from './attempt-scope.ts';
import { clampDelay } from './backoff/clamp-delay.ts';
import { exponential } from './backoff/exponential.ts';
import type { GiveUpReason } from './failed-attempt.ts';
import type { RetryPolicyOptions } from './retry-options.ts';

/** The share that chance adds to a wait that a server asked for: all clients were told the same. */
const hintJitter = 0.1;

const defaultBackoff = /* @__PURE__ */ exponential();

/**
 * Returns how long to wait before the next attempt, in milliseconds, or why there is none.
 *
 * @param classification What the last attempt failed of.
 * @param context The last attempt.
 * @param options The policy.
 * @param previousMs How long the previous wait was.
 * @param error What the last attempt threw; `undefined` where it returned a value that was refused.
 */
export function planWait(
  classification: Classification,
  context: AttemptScope,
  options: RetryPolicyOptions,
  previousMs: number | undefined,
  error: unknown,
): number | GiveUpReason {
  const { maxAttempts = 3, maxRetryAfterMs = 60_000, backoff = defaultBackoff, random = Math.random } = options;
  const { idempotent = false, shouldRetry, budget } = options;
  const { retryAfterMs = NaN } = classification;
  const { attempt, remainingMs } = context;

  if (context.aborted) return 'aborted';
  const decision = shouldRetry ? shouldRetry(classification, context, error) : classification.retryable;
  const { retry, delayMs } = typeof decision === 'object' ? decision : { retry: decision };
  if (!retry) return 'not_retryable';
  if (!isHarmless(classification, idempotent)) return 'not_idempotent';

  const backoffMs = delayMs ?? backoff({ retry: attempt, previousMs, random });
  if (backoffMs === undefined || !(attempt < maxAttempts)) return 'attempts';

  let wait = clampDelay(backoffMs);
  if (retryAfterMs >= 0) {
    if (retryAfterMs > Math.min(maxRetryAfterMs, remainingMs)) return 'retry_after_too_long';
    wait = Math.max(wait, retryAfterMs) * (1 + random() * hintJitter);
  }
  if (!(wait < remainingMs)) return 'elapsed';
  if (budget && !budget.tryAcquire(classification)) return 'budget';
  return wait;
}

function isHarmless(
  classification: Classification,
  idempotent: NonNullable<RetryPolicyOptions['idempotent']>,
): boolean {
  if (classification.sent === 'no') return true;
  return typeof idempotent === 'function' ? idempotent(classification) : idempotent;
}
