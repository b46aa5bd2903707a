import { CancelledError } from '../errors/cancelled-error.ts';
import type { BatchStop } from './batch-stop.ts';

export type {} from '../platform/web-types.ts';

/** Ends a batch once, for the first reason that there is, and tells the items that still run. */
export class BatchStopper {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #onAbort = (): void => this.end('aborted', this.#outer?.reason);
  #stop: BatchStop | undefined;

  constructor(outer: AbortSignal | undefined) {
    this.#outer = outer;
    if (outer?.aborted) this.#onAbort();
    else outer?.addEventListener('abort', this.#onAbort, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get stop(): BatchStop | undefined {
    return this.#stop;
  }

  end(reason: BatchStop['reason'], cause: unknown): void {
    if (this.#stop) return;
    this.#stop = { reason, cause };
    this.#controller.abort(reason === 'aborted' ? cause : new CancelledError('The batch stopped early', { cause }));
  }

  detach(): void {
    this.#outer?.removeEventListener('abort', this.#onAbort);
  }
}
