import type { CancelTimer, Clock } from '../time/clock.ts';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/**
 * Stands still until a test moves it, so that hours pass in a microsecond and every run is the same. Give it to a policy
 * as its `clock`, begin the call, `advance` the clock, then await the call.
 */
export class ManualClock implements Clock {
  #now: number;
  readonly #epochAtZero: number;
  readonly #timers = new Set<Timer>();

  /**
   * Creates a clock.
   *
   * @param options What it shows at first.
   * @param options.now Milliseconds on the monotonic scale; 0 by default.
   * @param options.epoch The date that this stands for, in milliseconds since 1970; 2026-01-01 UTC by default.
   */
  constructor({ now = 0, epoch = Date.UTC(2026, 0, 1) }: { readonly now?: number; readonly epoch?: number } = {}) {
    this.#now = now;
    this.#epochAtZero = epoch - now;
  }

  /** How many timers wait: 0 proves that nothing was left behind. */
  get pendingTimers(): number {
    return this.#timers.size;
  }

  /** How long until the next timer fires, in milliseconds; `undefined` when none waits. */
  get nextTimerInMs(): number | undefined {
    const next = this.#findNext(Infinity);
    return next && next.at - this.#now;
  }

  now(): number {
    return this.#now;
  }

  epoch(): number {
    return this.#epochAtZero + this.#now;
  }

  setTimer(delayMs: number, callback: () => void): CancelTimer {
    const timer: Timer = { at: this.#now + (delayMs > 0 ? delayMs : 0), callback };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /**
   * Moves the clock, fires what is due on the way in the order of time, and lets promises settle after each timer.
   *
   * @param durationMs How far, in milliseconds, not negative.
   */
  async advance(durationMs: number): Promise<void> {
    const end = this.#now + durationMs;
    await settlePromises();
    for (let next = this.#findNext(end); next; next = this.#findNext(end)) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await settlePromises();
    }
    this.#now = Math.max(this.#now, end);
  }

  /**
   * Moves the clock without firing anything: what a suspended machine or a blocked event loop does.
   *
   * @param durationMs How far, in milliseconds.
   */
  skip(durationMs: number): void {
    this.#now += durationMs;
  }

  /** Fires timer after timer until none is left. */
  async runAll(): Promise<void> {
    await settlePromises();
    for (let next = this.#findNext(Number.MAX_VALUE); next; next = this.#findNext(Number.MAX_VALUE)) {
      await this.advance(Math.max(0, next.at - this.#now));
    }
  }

  #findNext(end: number): Timer | undefined {
    let found: Timer | undefined;
    for (const timer of this.#timers) if (timer.at <= end && (!found || timer.at < found.at)) found = timer;
    return found;
  }
}

/** Lets chains of promises run; a macrotask would need a real timer, so it counts microtasks instead. */
async function settlePromises(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}
