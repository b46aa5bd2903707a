/**
 * Tells the time and waits, so that tests can do both by hand.
 *
 * @module
 */

export type { CancelTimer, Clock } from './clock.ts';
export { sleep } from './sleep.ts';
export { systemClock } from './system-clock.ts';
