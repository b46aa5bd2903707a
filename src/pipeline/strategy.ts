export type {} from '../platform/web-types.ts';

/** Names a policy whose place in a pipeline matters. */
export type Layer = 'fallback' | 'timeout' | 'retry' | 'hedge' | 'breaker' | 'bulkhead' | 'rate-limit';

/** Tells a function in which call it runs; every policy hands one to the function that it guards. */
export interface CallContext {
  /**
   * Ends when the call should stop: on an abort of the caller or when a time limit is over. It is built when it is first
   * read, so that a call that never asks for it costs nothing.
   */
  readonly signal: AbortSignal;
}

/** Holds what a caller may give to a single call. */
export interface CallOptions {
  /** Ends the call: it then rejects with the signal's reason. Nothing stays attached to it after the call. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Guards calls: it may repeat, delay, limit, refuse or replace them.
 *
 * Strategies nest by handing the context of the outer call to the inner one, as options:
 * `outer.execute((context) => inner.execute(fn, context))`. An aborted signal stops the call before it starts.
 *
 * The type parameter is what the strategy may return in place of the function's value; only a fallback has one.
 */
export interface Strategy<out Replacement = never> {
  /** Names what the strategy consists of, outer to inner; a pipeline checks the order by it. */
  readonly layers?: readonly Layer[];
  /**
   * Calls a function under the guard of this strategy.
   *
   * @param fn What to call; a value, a promise and a synchronous throw are all fine.
   * @param options The signal of the caller, or the context of the strategy around this one.
   * @returns What the function returns; rejects with what it throws, with the error of a strategy that refuses or ends the
   *   call, or with the reason of the caller's signal.
   */
  execute<T>(fn: (context: CallContext) => T | PromiseLike<T>, options?: CallOptions): Promise<T | Replacement>;
}
