const refusals = new WeakSet<object>();

/**
 * Marks an error with which a policy of this process refused a call, and returns it.
 *
 * Such a refusal says nothing about the service behind, so a circuit breaker must not count it as one of its failures.
 */
export function markLocalRefusal<E extends object>(error: E): E {
  refusals.add(error);
  return error;
}

/**
 * Tells whether a circuit breaker, a bulkhead or a rate limiter of this process refused the call, so that it never began.
 *
 * @param error What a call under policies rejected with.
 */
export function isLocalRefusal(error: unknown): boolean {
  return refusals.has(Object(error));
}
