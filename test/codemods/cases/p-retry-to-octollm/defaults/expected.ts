import { classify } from '@octollm/errors/classify';
import { exponential, retry } from '@octollm/errors/retry';

export const loadPlan = (): Promise<Response> => retry(() => fetch('https://plans.test/'), {
  maxAttempts: 11,
  backoff: exponential({ initialMs: 1000, maxMs: Infinity, jitter: 'none' }),
  idempotent: true,
  classify,
  shouldRetry: ({ retryable }, _context, error) =>
    retryable || (error instanceof Error && !(error instanceof TypeError)),
});
