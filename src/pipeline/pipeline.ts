import { findOrderProblems, type OrderProblem } from './find-order-problems.ts';
import type { Strategy } from './strategy.ts';
import { toScope } from './to-scope.ts';

/** Configures a pipeline. */
export interface PipelineOptions {
  /**
   * Hears of each order that works against a strategy, while the pipeline is built. By default `console.warn` shows each
   * message once; give a function that does nothing where the order is meant.
   */
  readonly onOrderProblem?: (problem: OrderProblem) => void;
}

/**
 * Combines strategies into one.
 *
 * ```ts
 * const policy = pipeline(createRetry({ idempotent: true }), createBreaker({ name: 'search' }), timeout({ timeoutMs: 2_000 }));
 * await policy.execute(({ signal }) => search(query, { signal }));
 * ```
 *
 * A usual order is fallback, total timeout, retry, breaker, bulkhead or rate limiter, attempt timeout; an order that works
 * against one of them is shown on the console once.
 *
 * @param strategies The strategies, outer to inner; without any, functions are just called.
 */
export function pipeline<Replacement = never>(...strategies: readonly Strategy<Replacement>[]): Strategy<Replacement> {
  return createPipeline(strategies);
}

/**
 * Combines strategies into one, as `pipeline` does, and takes options.
 *
 * @param strategies The strategies, outer to inner.
 * @param options Who hears of an order that works against a strategy.
 */
export function createPipeline<Replacement = never>(
  strategies: readonly Strategy<Replacement>[],
  { onOrderProblem = warnOnce }: PipelineOptions = {},
): Strategy<Replacement> {
  findOrderProblems(strategies).forEach(onOrderProblem);
  const [outermost = direct, ...inner] = strategies;
  const nested = inner.reduce(nest, outermost);
  return {
    layers: strategies.flatMap((strategy) => strategy.layers ?? []),
    execute: (fn, options) => nested.execute(fn, options),
  };
}

const direct: Strategy = { execute: async (fn, options) => fn(toScope(options)) };

function nest<Replacement>(outer: Strategy<Replacement>, inner: Strategy<Replacement>): Strategy<Replacement> {
  return { execute: (fn, options) => outer.execute((context) => inner.execute(fn, context), options) };
}

const shown = new Set<string>();

function warnOnce({ message }: OrderProblem): void {
  if (shown.has(message)) return;
  shown.add(message);
  console.warn(`@octollm/errors: ${message}`);
}
