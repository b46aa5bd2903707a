import type { CancelTimer, Clock } from './clock.ts';

/** The longest delay that `setTimeout` takes; a longer one would fire at once. */
const longestDelayMs = 2 ** 31 - 1;

/** Tells the time of the machine; it holds no timer while nobody waits. */
export const systemClock: Clock = {
  now: () => performance.now(),
  epoch: () => Date.now(),
  setTimer(delayMs, callback) {
    const delay = delayMs > 0 ? delayMs : 0;
    if (delay > longestDelayMs) return setLongTimer(delay, callback);
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};

/** Waits in steps, because one timer cannot wait that long. */
function setLongTimer(delayMs: number, callback: () => void): CancelTimer {
  let cancel: CancelTimer | undefined;
  const timer = setTimeout(() => {
    cancel = systemClock.setTimer(delayMs - longestDelayMs, callback);
  }, longestDelayMs);
  return () => (cancel ? cancel() : clearTimeout(timer));
}
