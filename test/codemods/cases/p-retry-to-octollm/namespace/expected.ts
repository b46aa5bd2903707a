import { load } from './load.js';
import { classify } from '@octollm/errors/classify';
import { exponential, retry } from '@octollm/errors/retry';

export const loadPlan = (): Promise<void> => retry(() => load('plan'), {
  maxAttempts: 2,
  backoff: exponential({ initialMs: 1000, jitter: 'none' }),
  idempotent: true,
  classify,
  shouldRetry: ({ retryable }, _context, error) =>
    retryable || (error instanceof Error && !(error instanceof TypeError)),
});
