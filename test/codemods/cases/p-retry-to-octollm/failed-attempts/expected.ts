import { load } from './load.js';
import { logger } from './logger.js';
import { classify } from '@octollm/errors/classify';
import { exponential, retry } from '@octollm/errors/retry';

export async function loadAll(retries: number): Promise<void> {
  await retry(() => load('a'), {
    maxAttempts: 4,
    backoff: exponential({ initialMs: 1000, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, { attempt }, error) => {
      if (!(error instanceof Error)) return false;
      logger.warn(`Attempt ${attempt} failed: ${error.message}. ${4 - attempt} retries left.`);
      return retryable || !(error instanceof TypeError);
    },
  });
  await retry(() => load('b'), {
    maxAttempts: retries + 1,
    backoff: exponential({ initialMs: 1000, maxMs: Infinity, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, { attempt }, error) => {
      if (!(error instanceof Error)) return false;
      logger.warn({ error, attemptNumber: attempt, retriesLeft: retries + 1 - attempt });
      if ((retries + 1 - attempt) > 2) logger.info('there is hope');
      return retryable || !(error instanceof TypeError);
    },
  });
  await retry(() => load('c'), {
    maxAttempts: 6,
    backoff: exponential({ initialMs: 1000, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, { attempt }, error) => {
      if (!(error instanceof Error)) return false;
      logger.warn('again', { reason: error.message, attempt });
      return retryable || !(error instanceof TypeError);
    },
  });
  await retry(() => load('d'), {
    maxAttempts: 11,
    backoff: exponential({ initialMs: 1000, maxMs: Infinity, jitter: 'none' }),
    idempotent: true,
    classify,
    shouldRetry: ({ retryable }, _context, error) => {
      if (!(error instanceof Error)) return false;
      if (error.message.includes('gone')) return false;
      return retryable || !(error instanceof TypeError);
    },
  });
}
