import { type GiveUpEvent, keepAttempts, type RetryEvent } from './failed-attempt.ts';
import { notify } from './notify.ts';
import type { RetryPolicyOptions } from './retry-options.ts';

/**
 * Ends a call with its last failure: returns the value that was refused, or throws.
 *
 * @param event Why there is no other attempt.
 * @param attempts All attempts that are kept, this one included.
 * @param options The policy.
 */
export function giveUp(
  event: GiveUpEvent,
  attempts: readonly (RetryEvent | GiveUpEvent)[],
  { onGiveUp, onHookError, throwAs }: RetryPolicyOptions,
): unknown {
  const { error: last, reason } = event;
  keepAttempts(last, attempts);
  void notify(onGiveUp, event, onHookError);
  if (!('error' in event)) return event.value;
  if (throwAs !== 'aggregate' || reason === 'aborted') throw last;
  const errors = attempts.map(({ error }) => error);
  const aggregate = new AggregateError(errors, `${event.attempt} of ${event.attempt} attempts failed`, { cause: last });
  keepAttempts(aggregate, attempts);
  throw aggregate;
}
