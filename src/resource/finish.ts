import { fromPromise } from '../result/from-thrown.ts';
import type { Err, Result } from '../result/result.ts';
import { isErr, ok } from '../result/result.ts';
import { notify } from '../retry/notify.ts';
import type { ResourceSteps } from './resource-steps.ts';
import { suppress } from '../errors/suppressed.ts';

/** Commits, unless the signal was aborted in the meantime. */
export async function commit<R>(steps: ResourceSteps<R>, resource: R): Promise<void> {
  if (!steps.commit) return;
  steps.signal?.throwIfAborted();
  await steps.commit(resource);
}

/** Rolls back when the work failed, releases in any case, and returns what failed on the way. */
export async function close<R>(
  steps: ResourceSteps<R>,
  resource: R,
  failure: Err<unknown> | undefined,
): Promise<Result<unknown, unknown>> {
  const rolledBack = failure ? await attempt(() => steps.rollback?.(resource, failure.error)) : ok();
  const released = await attempt(() => steps.release(resource));
  return keepFirst(steps, rolledBack, released);
}

/** Returns the failure that came first and keeps the second beside it, or else the first success. */
export function keepFirst<R, T>(
  steps: ResourceSteps<R>,
  first: Result<T, unknown>,
  second: Result<unknown, unknown>,
): Result<T, unknown> {
  if (!isErr(second)) return first;
  if (!isErr(first)) return second;
  hide(steps, second.error, first.error);
  return first;
}

/** Keeps a failure beside the error that wins, and tells who wants to hear of it. */
export function hide<R>(steps: ResourceSteps<R>, suppressed: unknown, error: unknown): void {
  suppress(error, suppressed);
  void notify(steps.onSuppressed, { suppressed, error }, steps.onHookError);
}

/** Runs a step, synchronous or not, and returns what it came to. */
export function attempt<T>(step: () => T | PromiseLike<T>): Promise<Result<T, unknown>> {
  return fromPromise(Promise.resolve().then(step));
}
