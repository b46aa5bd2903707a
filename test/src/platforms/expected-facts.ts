/** What `prove()` has to find on every platform. */
export const expectedFacts = {
  hierarchy: true,
  envelope: {
    status: 404,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: { error: 'TASK_NOT_FOUND', message: 'Task 7 not found', details: { task_id: '7' } },
  },
  problem: {
    status: 500,
    headers: { 'content-type': 'application/problem+json', 'retry-after': '2' },
    body: {
      type: 'about:blank',
      title: 'A database error occurred',
      status: 500,
      code: 'DATABASE_ERROR',
      retry_after: 2,
    },
  },
  received: 'TASK_NOT_FOUND',
  revived: { isRateLimit: true, retryAfterMs: 0 },
  aborted: 'canceled',
  provider: true,
  retried: { value: 'value', attempts: [1, 2, 3] },
  abortCutsTheWait: true,
  breaker: { codes: ['NETWORK_ERROR', 'NETWORK_ERROR', 'CIRCUIT_OPEN'], state: 'closed' },
  timeout: 'TIMEOUT_ERROR',
  pipeline: { isLastError: true, attempts: 2 },
  degraded: { value: 'cached', degraded: true },
  batch: { total: 3, succeeded: 2, failed: 1, skipped: 0, failedByCode: { NETWORK_ERROR: 1 } },
  result: true,
} as const;
