'use strict';

const { load } = require('./load');
const { classify, withClassification } = require('@octollm/errors/classify');
const { exponential, retry: octollmRetry } = require('@octollm/errors/retry');

module.exports = async function loadAll() {
  return octollmRetry(
    async () => {
      const plan = await load('plan');
      if (!plan) throw withClassification(new Error('There is no plan'), { kind: 'unknown', rule: 'stop' });
      return plan;
    },
    {
      maxAttempts: 6,
      backoff: exponential({ initialMs: 1000, jitter: 'none' }),
      idempotent: true,
      classify,
      shouldRetry: ({ retryable, rule }, _context, error) =>
        rule !== 'stop' && (retryable || (error instanceof Error && !(error instanceof TypeError))),
    },
  );
};
