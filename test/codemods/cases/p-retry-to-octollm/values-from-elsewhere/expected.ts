import { config } from './config.js';
import { load } from './load.js';
import { classify } from '@octollm/errors/classify';
import { exponential, retry } from '@octollm/errors/retry';

const MAX_RETRIES = 4;

export async function loadAll(delayMs: number, retries?: number): Promise<void> {
  await retry(() => load('a'), {
    maxAttempts: MAX_RETRIES + 1,
    backoff: exponential({ initialMs: delayMs, maxMs: Infinity, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
  await retry(() => load('b'), {
    maxAttempts: (retries ?? 3) + 1,
    backoff: exponential({ initialMs: config.delayMs ?? 1000, maxMs: config.longestMs ?? Infinity, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
  await retry(() => load('c'), {
    maxAttempts: (config.isSlow ? 8 : 4) + 1,
    backoff: exponential({ initialMs: 2 * delayMs, maxMs: Infinity, jitter: 'equal' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
}
