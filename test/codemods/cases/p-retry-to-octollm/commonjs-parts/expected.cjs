const { load } = require('./load');
const { classify, withClassification } = require('@octollm/errors/classify');
const { constant, retry } = require('@octollm/errors/retry');

exports.loadAll = () =>
  retry(
    () =>
      load('plan').catch((error) => {
        throw error.isFatal ? withClassification(error, { kind: 'unknown', rule: 'stop' }) : error;
      }),
    {
      maxAttempts: 6,
      backoff: constant(100),
      idempotent: true,
      classify,
      shouldRetry: ({ retryable, rule }, _context, error) =>
        rule !== 'stop' && (retryable || (error instanceof Error && !(error instanceof TypeError))),
    },
  );
