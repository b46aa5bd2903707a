import type { Clock } from '../time/clock.ts';
import type { CallScope } from './call-scope.ts';

/** Says how long a call waits for its turn and what it is told then. */
export interface Patience {
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly createError: () => unknown;
}

/** Lets calls wait for their turn: first come, first served, in constant time whoever leaves. */
export class WaitingLine {
  readonly #waiting = new Set<() => void>();

  get length(): number {
    return this.#waiting.size;
  }

  /**
   * Waits until `admitNext` reaches this call.
   *
   * @param scope The scope of the call; its end, which must still be ahead, ends the wait with the reason.
   * @param patience Ends the wait as well; without it the call waits for ever.
   */
  join(scope: CallScope, patience?: Patience): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.delete(admit);
        stopListening();
        cancelTimer?.();
      };
      const admit = (): void => {
        leave();
        resolve();
      };
      const giveUp = (reason: unknown): void => {
        leave();
        reject(reason);
      };
      const stopListening = scope.onAbort(giveUp);
      const cancelTimer = patience?.clock.setTimer(patience.timeoutMs, () => giveUp(patience.createError()));
      this.#waiting.add(admit);
    });
  }

  /** Ends the wait of the call that waits longest; returns whether there was one. */
  admitNext(): boolean {
    for (const admit of this.#waiting) {
      admit();
      return true;
    }
    return false;
  }
}
