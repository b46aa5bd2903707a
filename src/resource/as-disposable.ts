/// <reference lib="es2015.symbol.wellknown" preserve="true" />
/// <reference lib="esnext.disposable" preserve="true" />
import { InternalError } from '../errors/internal-error.ts';
import type { Result } from '../result/result.ts';
import { err, isErr } from '../result/result.ts';
import { unwrap } from '../result/transform.ts';
import { acquire } from './acquire.ts';
import { attempt, close, commit } from './finish.ts';
import type { ResourceSteps } from './resource-steps.ts';

/** Holds a resource that gives itself back at the end of its block. */
export interface DisposableResource<R> extends AsyncDisposable {
  readonly resource: R;
  /**
   * Makes permanent what was done; call it at the end of the block, because a resource that is left without it is rolled
   * back. Rejects when the resource was given back already, when the signal is aborted or when the commit fails.
   */
  commit(): Promise<void>;
}

/**
 * Acquires a resource for `await using`, which gives it back at the end of the block.
 *
 * ```ts
 * await using transaction = await asDisposable({ acquire, commit, rollback, release });
 * await transaction.resource.query('UPDATE tasks SET status = $1', ['done']);
 * await transaction.commit();
 * ```
 *
 * When the block throws and the rollback or the release fails as well, JavaScript itself throws a `SuppressedError` that
 * holds both; use `withResource` where the first error must arrive unchanged.
 *
 * @param steps The same steps as those of `withResource`, without the work.
 * @returns The resource; rejects with what `acquire` threw, or with the reason of the signal.
 */
export async function asDisposable<R>(steps: ResourceSteps<R>): Promise<DisposableResource<R>> {
  const resource = await acquire(steps);
  let committed: Result<unknown, unknown> = err(undefined);
  let closed: Promise<Result<unknown, unknown>> | undefined;
  return {
    resource,
    async commit() {
      if (closed) throw new InternalError('Cannot commit: the resource was given back already');
      committed = await attempt(() => commit(steps, resource));
      unwrap(committed);
    },
    async [Symbol.asyncDispose]() {
      closed ??= close(steps, resource, isErr(committed) ? committed : undefined);
      unwrap(await closed);
    },
  };
}
