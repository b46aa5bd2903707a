import { CallScope, type StopListening } from './call-scope.ts';
import type { CallOptions } from './strategy.ts';

/** Ends when the outer scope ends or when its own strategy says so, such as at a time limit. */
export class AbortableScope extends CallScope {
  #controller: AbortController | undefined;
  #end: { readonly reason: unknown } | undefined;
  readonly #callbacks = new Set<(reason: unknown) => void>();
  readonly #stopListening: StopListening;

  /**
   * Creates a scope; its strategy calls `dispose` when the call has settled.
   *
   * @param outer The options of the call: a caller's signal, or the scope of the strategy around.
   */
  constructor(outer?: CallOptions) {
    super(outer);
    this.#stopListening = super.onAbort((reason) => this.abort(reason));
    if (super.aborted) this.abort(super.signal.reason);
  }

  override get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.#end) this.#controller.abort(this.#end.reason);
    }
    return this.#controller.signal;
  }

  override get aborted(): boolean {
    return this.#end !== undefined;
  }

  override onAbort(callback: (reason: unknown) => void): StopListening {
    this.#callbacks.add(callback);
    return () => this.#callbacks.delete(callback);
  }

  /**
   * Ends the scope; only the first call counts.
   *
   * @param reason What the signal then tells.
   */
  abort(reason: unknown): void {
    if (this.#end) return;
    this.#end = { reason };
    this.#controller?.abort(reason);
    for (const callback of this.#callbacks) callback(reason);
    this.dispose();
  }

  /** Lets go of the outer scope; the signal then never ends any more. */
  dispose(): void {
    this.#stopListening();
    this.#callbacks.clear();
  }
}
