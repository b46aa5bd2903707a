import { listenToAbort, type StopListening } from './listen-to-abort.ts';
import type { CallContext, CallOptions } from './strategy.ts';

export type {} from '../platform/web-types.ts';

const nothingToStop: StopListening = () => {};

/**
 * Carries the end of a call from the outer strategy to the inner one without building a signal until somebody reads it:
 * an `AbortController` costs more than everything else on the path of a successful call.
 */
export class CallScope implements CallContext {
  readonly #outer: CallOptions | undefined;
  #signal: AbortSignal | undefined;

  /**
   * Creates a scope that ends when the outer one does.
   *
   * @param outer The options of the call: a caller's signal, or the scope of the strategy around.
   */
  constructor(outer?: CallOptions) {
    this.#outer = outer;
  }

  get signal(): AbortSignal {
    return (this.#signal ??= this.#outer?.signal ?? new AbortController().signal);
  }

  /** Tells whether the call should stop, without building the signal; the reason is then `signal.reason`. */
  get aborted(): boolean {
    return isAborted(this.#outer);
  }

  /**
   * Calls back once when the call should stop, without building the signal.
   *
   * @param callback Called with the reason of the abort; not called when the scope has ended already.
   */
  onAbort(callback: (reason: unknown) => void): StopListening {
    const outer = this.#outer;
    if (outer instanceof CallScope) return outer.onAbort(callback);
    const signal = outer?.signal;
    return signal ? listenToAbort(signal, () => callback(signal.reason)) : nothingToStop;
  }
}

/** Tells whether a call should stop, without building the signal of a scope. */
export function isAborted(options: CallOptions | undefined): boolean {
  return options instanceof CallScope ? options.aborted : options?.signal?.aborted === true;
}
