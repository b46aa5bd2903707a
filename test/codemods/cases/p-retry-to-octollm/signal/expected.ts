import { load } from './load.js';
import { classify } from '@octollm/errors/classify';
import { exponential, retry } from '@octollm/errors/retry';

export async function loadAll(signal: AbortSignal, controller: AbortController): Promise<void> {
  await retry(() => load('a'), {
    maxAttempts: 4,
    backoff: exponential({ initialMs: 1000, jitter: 'none' }),
    idempotent: true,
    signal,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
  await retry(() => load('b'), {
    maxAttempts: 4,
    backoff: exponential({ initialMs: 1000, jitter: 'none' }),
    idempotent: true,
    signal: controller.signal,
    classify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
}
