import { readHeader } from '../http/headers.ts';
import type { Finding } from './finding.ts';
import { findHeaders, readStatus } from './read-answer.ts';
import { readRetryAfter } from './read-retry-after.ts';

/** Concludes from a 403 that names a time or an exhausted limit, as GitHub sends it: permission is not the problem. */
export function byLimitedAccess(error: unknown): Finding | undefined {
  if (readStatus(error) !== 403) return undefined;
  const isExhausted = readHeader(findHeaders(error), 'x-ratelimit-remaining') === '0';
  if (!isExhausted && !readRetryAfter(error)) return undefined;
  return { kind: 'rate_limit', status: 403, sent: 'no', confidence: 'structured', rule: 'limited access' };
}
