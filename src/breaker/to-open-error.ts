import { CircuitOpenError } from '../errors/circuit-open-error.ts';
import { markLocalRefusal } from '../pipeline/local-refusal.ts';
import type { Refusal, RefusalReason } from './store/breaker-store.ts';

const explanations: { readonly [reason in RefusalReason]: string } = {
  open: 'too many calls failed',
  paused: 'the service asked to wait',
  probing: 'others are trying whether the service is back',
  isolated: 'it is isolated',
  store_failed: 'its store failed',
};

/** Returns the error of a refused call; a breaker around this one does not count it. */
export function toOpenError(
  { reason, retryAfterMs, cause }: Refusal,
  { name, stack }: { readonly name: string; readonly stack: boolean },
): CircuitOpenError {
  const waitMs = retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs);
  const advice = waitMs === undefined ? '' : `; try again in ${waitMs} ms`;
  const message = `The circuit breaker ${name} refused a call: ${explanations[reason]}${advice}`;
  // It says itself whether trying again can help: its cause is about an earlier call.
  const retryable = reason !== 'isolated';
  const options = { cause, details: { breaker: name }, retryAfterMs: waitMs, retryable };
  return markLocalRefusal(withStack(stack, () => new CircuitOpenError(message, options)));
}

/** Builds an error with or without a stack; engines other than V8 have no switch for it and keep theirs. */
function withStack<E>(hasStack: boolean, build: () => E): E {
  // The types of the language do not know this property of V8.
  const limits = Error as { stackTraceLimit?: number };
  const before = limits.stackTraceLimit;
  if (hasStack || before === undefined) return build();
  limits.stackTraceLimit = 0;
  try {
    return build();
  } finally {
    limits.stackTraceLimit = before;
  }
}
