import type { LogFields } from './logger.ts';
import type { Operation } from './operation.ts';

/**
 * Runs one unit of work and tells the observers that it started and how it ended; result and failure are those of `fn`.
 *
 * Retries belong inside `fn`: then an operation that succeeds at the second attempt is no failure.
 *
 * @param operation Created once by `createOperation`.
 * @param fn The work.
 * @param fields What this run is about, such as `{ task_id }`; it appears in logs only.
 * @returns What `fn` returns; rejects with what it throws, whatever observers do.
 */
export async function observe<T>(
  operation: Operation,
  fn: () => T | PromiseLike<T>,
  fields: LogFields = {},
): Promise<T> {
  const { name, clock, emit } = operation;
  const startMs = clock.now();
  emit({ type: 'started', operation: name, fields });
  try {
    const value = await fn();
    emit({ type: 'completed', operation: name, fields, durationMs: clock.now() - startMs });
    return value;
  } catch (error) {
    const errorType = operation.errorType(error);
    emit({ type: 'failed', operation: name, fields, durationMs: clock.now() - startMs, error, errorType });
    throw error;
  }
}
