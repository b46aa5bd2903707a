import type { ErrorOf, Result, ValueOf } from './result.ts';
import { isErr, ok } from './result.ts';

/** Extracts the values of a list of results, each at its place. */
export type ValuesOf<Results extends readonly unknown[]> = { [Index in keyof Results]: ValueOf<Results[Index]> };

/**
 * Returns the values of all results in their order, or the first failure among them.
 *
 * @param results What the operations came to.
 */
export function all<const Results extends readonly Result<unknown, unknown>[]>(
  results: Results,
): Result<ValuesOf<Results>, ErrorOf<Results[number]>>;
export function all(results: readonly Result<unknown, unknown>[]): Result<readonly unknown[], unknown> {
  const values: unknown[] = [];
  for (const result of results) {
    if (isErr(result)) return result;
    values.push(result.value);
  }
  return ok(values);
}
