import { load } from './load.js';
import { classify } from '@octollm/errors/classify';
import { constant, exponential, retry } from '@octollm/errors/retry';

export async function loadAll(): Promise<void> {
  await retry(() => load('a'), {
    maxAttempts: 3,
    backoff: exponential({ initialMs: 10, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
  await retry(() => load('b'), {
    maxAttempts: 6,
    backoff: exponential({ initialMs: 1_000, maxMs: 5_000, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
  await retry(() => load('c'), {
    maxAttempts: 4,
    backoff: constant(500),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
  await retry(() => load('d'), {
    maxAttempts: 61,
    backoff: constant(1000),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
  await retry(() => load('e'), {
    maxAttempts: 5,
    backoff: exponential({ initialMs: 200, factor: 3, maxMs: Infinity, jitter: 'equal' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
  await retry(() => load('f'), {
    maxAttempts: 1,
    backoff: exponential({ initialMs: 1000, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
  await retry(() => load('g'), {
    maxAttempts: Infinity,
    backoff: exponential({ initialMs: 1000, maxMs: 30_000, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
}
