import { CallScope } from './call-scope.ts';
import type { StopListening } from './listen-to-abort.ts';

export type {} from '../platform/web-types.ts';

/**
 * Ends when the outer scope ends or when its own strategy says so, such as at a time limit.
 *
 * Its strategy calls `dispose` when the call has settled. Until somebody reads the signal or listens, it does not listen to
 * the outer scope either: a call that nobody interrupts pays for nothing.
 */
export class AbortableScope extends CallScope {
  #controller: AbortController | undefined;
  #end: { readonly reason: unknown } | undefined;
  #callbacks: Set<(reason: unknown) => void> | undefined;
  #stopListening: StopListening | undefined;

  override get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      this.#listen();
      if (this.#end) this.#controller.abort(this.#end.reason);
    }
    return this.#controller.signal;
  }

  override get aborted(): boolean {
    return this.#end !== undefined || (this.#stopListening === undefined && super.aborted);
  }

  override onAbort(callback: (reason: unknown) => void): StopListening {
    this.#listen();
    const callbacks = (this.#callbacks ??= new Set());
    callbacks.add(callback);
    return () => callbacks.delete(callback);
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
    for (const callback of this.#callbacks ?? []) callback(reason);
    this.dispose();
  }

  /** Lets go of the outer scope; the signal then never ends any more. */
  dispose(): void {
    this.#stopListening?.();
    this.#stopListening = letGo;
    // The set itself stays as it is: a callback that disposes must not keep the next ones from hearing.
    this.#callbacks = undefined;
  }

  #listen(): void {
    if (this.#stopListening) return;
    if (super.aborted) this.abort(super.signal.reason);
    else this.#stopListening = super.onAbort((reason) => this.abort(reason));
  }
}

const letGo: StopListening = () => {};
