import { load } from './load.js';
import { classify as octollmClassify } from '@octollm/errors/classify';
import { exponential, retry as octollmRetry } from '@octollm/errors/retry';

export function retry(): Promise<void> {
  const classify = (): string => 'plan';
  return octollmRetry(() => load(classify()), {
    maxAttempts: 2,
    backoff: exponential({ initialMs: 100, jitter: 'none' }),
    idempotent: true,
    classify: octollmClassify,
    shouldRetry: ({ retryable }, _context, error) =>
      retryable || (error instanceof Error && !(error instanceof TypeError)),
  });
}
