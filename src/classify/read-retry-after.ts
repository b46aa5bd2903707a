import { readCodes } from '../errors/brand.ts';
import { readProperty } from '../errors/read-property.ts';
import { parseRetryAfter } from '../http/parse-retry-after.ts';
import type { Classification } from './classification.ts';
import { findHeaders } from './read-answer.ts';

/** Holds how long to wait and who says so. */
export type Wait = Pick<Classification, 'retryAfterMs' | 'retryAfterSource'>;

/** Reads the wait that an error of ours holds, or that the server asked for. */
export function readRetryAfter(error: unknown): Wait | undefined {
  if (readCodes(error).length > 0) {
    const ms = readProperty(error, 'retryAfterMs');
    return typeof ms === 'number' ? { retryAfterMs: ms, retryAfterSource: 'error' } : undefined;
  }
  const headers = findHeaders(error);
  const asked = headers && parseRetryAfter(headers, { nowEpochMs: Date.now() });
  return asked ? { retryAfterMs: asked.ms, retryAfterSource: asked.source } : undefined;
}
