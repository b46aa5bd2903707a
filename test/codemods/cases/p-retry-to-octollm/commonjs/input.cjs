'use strict';

const retry = require('p-retry');
const { load } = require('./load');

module.exports = async function loadAll() {
  return retry(
    async () => {
      const plan = await load('plan');
      if (!plan) throw new retry.AbortError('There is no plan');
      return plan;
    },
    { retries: 5 },
  );
};
