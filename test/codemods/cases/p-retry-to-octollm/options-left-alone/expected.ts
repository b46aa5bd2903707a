import pRetry, { makeRetriable, type Options } from 'p-retry';
import { load } from './load.js';
import { classify } from '@octollm/errors/classify';
import { exponential, retry } from '@octollm/errors/retry';

const options: Options = { retries: 2 };

export async function loadAll(isRandom: boolean): Promise<void> {
  await pRetry(() => load('a'), options);
  await pRetry(() => load('b'), { ...options, retries: 3 });
  await pRetry(() => load('c'), { retries: 3, unref: true });
  await pRetry(() => load('d'), { retries: 3, maxRetryTime: 10_000 });
  await pRetry(() => load('e'), { retries: 3, shouldConsumeRetry: () => false });
  await pRetry(() => load('f'), { retries: 3, randomize: isRandom });
  await pRetry(() => load('g'), {
    retries: 3, // as the contract says
  });
  await retry(() => load('h'), {
    maxAttempts: 4,
    backoff: exponential({ initialMs: 1000, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
  await retry(() => load('i'), {
    maxAttempts: 4,
    backoff: exponential({ initialMs: 1000, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
}

export const loadOften = makeRetriable(load, options);
export { AbortError } from 'p-retry';
