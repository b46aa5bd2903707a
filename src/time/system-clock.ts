import type { Clock } from './clock.ts';

/** The longest delay that `setTimeout` takes; a longer one would fire at once. */
const longestDelayMs = 2 ** 31 - 1;

/** Tells the time of the machine; it holds no timer while nobody waits. */
export const systemClock: Clock = {
  now: () => performance.now(),
  epoch: () => Date.now(),
  setTimer(delayMs, callback) {
    let remaining = delayMs > 0 ? delayMs : 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      if (remaining <= longestDelayMs) {
        timer = setTimeout(callback, remaining);
        return;
      }
      remaining -= longestDelayMs;
      timer = setTimeout(wait, longestDelayMs);
    };
    wait();
    return () => clearTimeout(timer);
  },
};
