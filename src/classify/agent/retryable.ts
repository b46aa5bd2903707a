import { classifyLLM } from '../llm/classify-llm.ts';

/**
 * Tells whether the same call can succeed later without anybody changing anything.
 *
 * @param error The value that was caught.
 */
export function retryable(error: unknown): boolean {
  return classifyLLM(error).retryable;
}

/**
 * Returns how long the provider asked to wait, in milliseconds; `undefined` when it did not say, because a guess would
 * look like a promise: the retry policy owns its back-off.
 *
 * @param error The value that was caught.
 */
export function retryAfter(error: unknown): number | undefined {
  return classifyLLM(error).retryAfterMs;
}
