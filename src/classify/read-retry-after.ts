import { parseRetryAfter } from '../http/parse-retry-after.ts';
import type { Classification } from './classification.ts';
import { findHeaders } from './read-answer.ts';

/** Reads the wait that the server of this error asked for. */
export function readRetryAfter(error: unknown): Pick<Classification, 'retryAfterMs' | 'retryAfterSource'> | undefined {
  const asked = parseRetryAfter(findHeaders(error), { nowEpochMs: Date.now() });
  return asked && { retryAfterMs: asked.ms, retryAfterSource: asked.source };
}
