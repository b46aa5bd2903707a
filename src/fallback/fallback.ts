import type { Strategy } from '../pipeline/strategy.ts';
import { toScope } from '../pipeline/to-scope.ts';
import type { FallbackHandler, FallbackOptions } from './fallback-options.ts';
import { runWithFallback } from './run-with-fallback.ts';

/**
 * Creates a strategy that replaces the value of a call that failed; it belongs outermost in a pipeline.
 *
 * ```ts
 * const fromReplica = fallback((_, { signal }) => replica.getTask(id, { signal }));
 * const task = await fromReplica.execute(({ signal }) => primary.getTask(id, { signal }));
 * ```
 *
 * The value does not tell whether it is a replacement: use `onDegraded`, or `withFallback`, which returns both.
 *
 * @param handler Returns the replacement.
 * @param options What to replace and who hears of it.
 * @returns A strategy that rejects with the first error when it is not to be replaced, and with an `AggregateError` of both
 *   when the handler fails, too.
 */
export function fallback<R>(handler: FallbackHandler<R>, options: FallbackOptions = {}): Strategy<R> {
  return {
    layers: ['fallback'],
    async execute(fn, callOptions) {
      const { value } = await runWithFallback(fn, handler, options, toScope(callOptions));
      return value;
    },
  };
}
