import type { CallContext, CallOptions } from '../pipeline/strategy.ts';
import { toScope } from '../pipeline/to-scope.ts';
import type { Degradable } from './degradable.ts';
import type { FallbackHandler, FallbackOptions } from './fallback-options.ts';
import { runWithFallback } from './run-with-fallback.ts';

/**
 * Calls a function, and another one when it fails; says which of them the value is from.
 *
 * @param fn The preferred source.
 * @param handler The other one; keep it simple, it runs when things go wrong.
 * @param options What to replace, who hears of it, and the signal: after an abort nothing is replaced.
 * @returns The value, whether it is degraded, and the error that it hides.
 * @throws The first error when it is not to be replaced. When the handler fails too, an `AggregateError` of both, the first
 *   one first, which is its `cause` as well.
 */
export async function withFallback<T, R>(
  fn: (context: CallContext) => T | PromiseLike<T>,
  handler: FallbackHandler<R>,
  options: FallbackOptions & CallOptions = {},
): Promise<Degradable<T | R>> {
  return runWithFallback(fn, handler, options, toScope(options));
}
