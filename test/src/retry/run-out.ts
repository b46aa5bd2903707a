import type { ManualClock } from '@octollm/errors/testing';

/** Runs the clock until a call has settled and tells how it did. */
export async function runOut<T>(clock: ManualClock, call: Promise<T>): Promise<PromiseSettledResult<T>> {
  const settled = Promise.allSettled([call]);
  await clock.runAll();
  return (await settled)[0];
}
