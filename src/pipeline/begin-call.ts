import type { CallScope } from './call-scope.ts';

/**
 * Calls a function unless its scope has ended already, and returns a promise whatever happens.
 *
 * Who goes on with `then` spares the call the function that awaits, which costs as much as the call itself.
 */
export function beginCall<Scope extends CallScope, T>(
  fn: (scope: Scope) => T | PromiseLike<T>,
  scope: Scope,
): Promise<T> {
  return scope.aborted ? Promise.reject(scope.signal.reason) : startCall(fn, scope);
}

/** Calls a function and returns a promise, also for what it throws. */
export function startCall<Scope extends CallScope, T>(
  fn: (scope: Scope) => T | PromiseLike<T>,
  scope: Scope,
): Promise<T> {
  try {
    return Promise.resolve(fn(scope));
  } catch (error) {
    return Promise.reject(error);
  }
}
