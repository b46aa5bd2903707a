/**
 * Moves time, repeats chance and injects faults, for tests.
 *
 * @module
 */

export { createRandom } from './create-random.ts';
export { failTimes, type FailTimesOptions } from './fail-times.ts';
export type { FaultOptions } from './fault.ts';
export { flaky, type FlakyOptions } from './flaky.ts';
export { hangUntilAborted } from './hang-until-aborted.ts';
export { ManualClock } from './manual-clock.ts';
export { type LatencyOptions, withLatency } from './with-latency.ts';
