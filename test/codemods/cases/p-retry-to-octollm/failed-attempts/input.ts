import pRetry from 'p-retry';
import { load } from './load.js';
import { logger } from './logger.js';

export async function loadAll(retries: number): Promise<void> {
  await pRetry(() => load('a'), {
    retries: 3,
    onFailedAttempt: (error) => {
      logger.warn(`Attempt ${error.attemptNumber} failed: ${error.message}. ${error.retriesLeft} retries left.`);
    },
  });
  await pRetry(() => load('b'), {
    retries,
    onFailedAttempt: ({ error, attemptNumber, retriesLeft }) => {
      logger.warn({ error, attemptNumber, retriesLeft });
      if (retriesLeft > 2) logger.info('there is hope');
    },
  });
  await pRetry(() => load('c'), {
    retries: 5,
    onFailedAttempt: (context) => logger.warn('again', { reason: context.error.message, attempt: context.attemptNumber }),
  });
  await pRetry(() => load('d'), {
    onFailedAttempt: (error) => {
      if (error.message.includes('gone')) throw error;
    },
  });
}
