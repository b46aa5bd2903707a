import { isErr } from '../result/result.ts';
import { unwrap } from '../result/transform.ts';
import { acquire } from './acquire.ts';
import { attempt, close, commit, keepFirst } from './finish.ts';
import type { ResourceSteps } from './resource-steps.ts';

export type {} from '../platform/web-types.ts';

/** Holds the steps of a resource's life and the work in the middle. */
export interface ResourceUse<R, T> extends ResourceSteps<R> {
  /** Works with the resource; it is safe until what this returns has settled. */
  readonly use: (resource: R, signal: AbortSignal | undefined) => T | PromiseLike<T>;
}

/**
 * Acquires a resource, uses it and gives it back, whatever happens: `acquire`, `use`, then `commit` or `rollback`, then
 * `release`.
 *
 * ```ts
 * await withResource({
 *   acquire: () => pool.begin(),
 *   use: (transaction) => transaction.query('UPDATE tasks SET status = $1', ['done']),
 *   commit: (transaction) => transaction.commit(),
 *   rollback: (transaction) => transaction.rollback(),
 *   release: (transaction) => transaction.release(),
 * });
 * ```
 *
 * @returns What `use` returned.
 * @throws The first error, unchanged. A rollback or a release that fails after it never masks it: `getSuppressed(error)`
 *   returns theirs. A release that fails after a success is the first error, because nothing may fail unseen.
 */
export async function withResource<R, T>(steps: ResourceUse<R, T>): Promise<T> {
  const resource = await acquire(steps);
  const outcome = await attempt(async () => {
    const value = await steps.use(resource, steps.signal);
    await commit(steps, resource);
    return value;
  });
  const closed = await close(steps, resource, isErr(outcome) ? outcome : undefined);
  return unwrap(keepFirst(steps, outcome, closed));
}
