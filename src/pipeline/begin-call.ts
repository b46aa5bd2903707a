import type { CallScope } from './call-scope.ts';
import { throwIfAborted } from './to-scope.ts';

/**
 * Calls a function inside a scope that may have ended already, and returns a promise whatever happens.
 *
 * Who goes on with `then` spares the call the function that awaits, which costs as much as the call itself.
 */
export function beginCall<Scope extends CallScope, T>(
  fn: (scope: Scope) => T | PromiseLike<T>,
  scope: Scope,
): Promise<T> {
  try {
    throwIfAborted(scope);
    return Promise.resolve(fn(scope));
  } catch (error) {
    return Promise.reject(error);
  }
}
