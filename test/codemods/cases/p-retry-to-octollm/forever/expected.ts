import pRetry from 'p-retry';
import { load } from './load.js';
import { classify } from '@octollm/errors/classify';
import { exponential, retry } from '@octollm/errors/retry';

export async function loadAll(delayMs: number): Promise<void> {
  await retry(() => load('a'), {
    maxAttempts: Infinity,
    backoff: exponential({ initialMs: 250, maxMs: 30_000, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
  await retry(() => load('b'), {
    maxAttempts: Infinity,
    backoff: exponential({ initialMs: 1000, maxMs: 4000, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
  await pRetry(() => load('c'), { forever: true, minTimeout: delayMs });
}
