const { default: pRetry, AbortError } = require('p-retry');
const { load } = require('./load');

exports.loadAll = () =>
  pRetry(
    () =>
      load('plan').catch((error) => {
        throw error.isFatal ? new AbortError(error) : error;
      }),
    { retries: 5, minTimeout: 100, maxTimeout: 100 },
  );
