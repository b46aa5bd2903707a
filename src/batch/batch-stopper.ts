import { CancelledError } from '../errors/cancelled-error.ts';
import { listenToAbort, type StopListening } from '../pipeline/listen-to-abort.ts';
import type { BatchStop } from './batch-stop.ts';

export type {} from '../platform/web-types.ts';

/** Ends a batch once, for the first reason that there is, and tells the items that still run. */
export class BatchStopper {
  readonly #controller = new AbortController();
  #stop: BatchStop | undefined;
  #stopListening: StopListening | undefined;

  constructor(outer: AbortSignal | undefined) {
    if (!outer) return;
    const onAbort = (): void => this.end('aborted', outer.reason);
    if (outer.aborted) onAbort();
    else this.#stopListening = listenToAbort(outer, onAbort);
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
    this.#stopListening?.();
  }
}
