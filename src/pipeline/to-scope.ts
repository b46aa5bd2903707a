import { CallScope } from './call-scope.ts';
import type { CallOptions } from './strategy.ts';

/**
 * Returns the scope of a call: that of the strategy around, when there is one.
 *
 * @throws The reason of the abort when the call should not begin at all.
 */
export function toScope(options: CallOptions | undefined): CallScope {
  const scope = asScope(options);
  throwIfAborted(scope);
  return scope;
}

/** Returns the scope of a call, also of one that has ended already. */
export function asScope(options: CallOptions | undefined): CallScope {
  return options instanceof CallScope ? options : new CallScope(options);
}

/** Throws the reason of the abort when a call should not go on. */
export function throwIfAborted(scope: CallScope): void {
  if (scope.aborted) throw scope.signal.reason;
}
