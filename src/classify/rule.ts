import type { Finding } from './finding.ts';

/**
 * Concludes from one error what a failure means, or `undefined` when the rule has nothing to say about it.
 *
 * @param error The thrown value, or one that it wraps.
 */
export type Rule = (error: unknown) => Finding | undefined;

/** Returns the first conclusion: an earlier rule beats a later one, a nearer error beats one that it wraps. */
export function findFirst<Result>(
  readers: readonly ((error: unknown) => Result | undefined)[],
  errors: readonly unknown[],
): Result | undefined {
  for (const read of readers) {
    for (const error of errors) {
      const result = read(error);
      if (result !== undefined) return result;
    }
  }
  return undefined;
}
