/** Ends a timer before it fires; calling it again, or after the timer fired, does nothing. */
export type CancelTimer = () => void;

/** Tells the time and waits; inject one to test time-dependent code without waiting. */
export interface Clock {
  /** Returns milliseconds on a monotonic scale: only differences mean something. */
  now(): number;
  /** Returns milliseconds since 1970-01-01 UTC, for what others wrote as a date. */
  epoch(): number;
  /**
   * Calls back once after a delay.
   *
   * @param delayMs Milliseconds from now; what is not a positive number counts as 0, and `Infinity` never fires.
   * @param callback Called with no arguments, never before this function has returned.
   * @returns A function that ends the timer.
   */
  setTimer(delayMs: number, callback: () => void): CancelTimer;
}
