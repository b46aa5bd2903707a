import pRetry from 'p-retry';
import { isTransient, load, NotAPlanError } from './load.js';
import { classify } from '@octollm/errors/classify';
import { exponential, retry } from '@octollm/errors/retry';

export async function loadAll(): Promise<void> {
  await retry(() => load('a'), {
    maxAttempts: 4,
    backoff: exponential({ initialMs: 1000, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      error instanceof Error && (retryable || !(error instanceof TypeError)) && !(error instanceof NotAPlanError),
  });
  await retry(() => load('b'), {
    maxAttempts: 4,
    backoff: exponential({ initialMs: 1000, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, { attempt }, error) =>
      error instanceof Error && (retryable || !(error instanceof TypeError)) && (isTransient(error) || attempt < 2),
  });
  await retry(() => load('c'), {
    maxAttempts: 4,
    backoff: exponential({ initialMs: 1000, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, { attempt }, error) => {
      if (!(error instanceof Error)) return false;
      if (!retryable && error instanceof TypeError) return false;
      if (error instanceof NotAPlanError) return false;
      return (4 - attempt) > 1;
    },
  });
  await retry(() => load('d'), {
    maxAttempts: 4,
    backoff: exponential({ initialMs: 1000, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) => {
      if (!(error instanceof Error)) return false;
      console.warn(error.message);
      return (retryable || !(error instanceof TypeError)) && isTransient(error);
    },
  });
  await pRetry(() => load('e'), { retries: 3, shouldRetry: async ({ error }) => isTransient(error) });
}
