import pRetry from 'p-retry';
import { isTransient, load, NotAPlanError } from './load.js';

export async function loadAll(): Promise<void> {
  await pRetry(() => load('a'), { retries: 3, shouldRetry: (error) => !(error instanceof NotAPlanError) });
  await pRetry(() => load('b'), {
    retries: 3,
    shouldRetry: ({ error, attemptNumber }) => isTransient(error) || attemptNumber < 2,
  });
  await pRetry(() => load('c'), {
    retries: 3,
    shouldRetry: (context) => {
      if (context.error instanceof NotAPlanError) return false;
      return context.retriesLeft > 1;
    },
  });
  await pRetry(() => load('d'), {
    retries: 3,
    onFailedAttempt: (error) => console.warn(error.message),
    shouldRetry: (error) => isTransient(error),
  });
  await pRetry(() => load('e'), { retries: 3, shouldRetry: async ({ error }) => isTransient(error) });
}
