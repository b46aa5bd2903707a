import { attempt, hide } from './finish.ts';
import { isErr } from '../result/result.ts';
import type { ResourceSteps } from './resource-steps.ts';
import { untilAborted } from './until-aborted.ts';

/** Acquires a resource, unless the signal is aborted first. */
export async function acquire<R>(steps: ResourceSteps<R>): Promise<R> {
  const { signal } = steps;
  if (!signal) return steps.acquire(undefined);

  signal.throwIfAborted();
  const acquiring = Promise.resolve(steps.acquire(signal));
  try {
    return await untilAborted(acquiring, signal);
  } catch (error) {
    if (signal.aborted) void releaseOnArrival(acquiring, steps);
    throw error;
  }
}

/** Nobody waits for a resource that arrives after the abort, so it goes back at once. */
async function releaseOnArrival<R>(acquiring: Promise<R>, steps: ResourceSteps<R>): Promise<void> {
  const released = await attempt(async () => {
    const arrived = await attempt(() => acquiring);
    if (!isErr(arrived)) await steps.release(arrived.value);
  });
  if (isErr(released)) hide(steps, released.error, steps.signal?.reason);
}
