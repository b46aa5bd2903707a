import pRetry from 'p-retry';
import { load, onFailedAttempt, pause } from './load.js';

export async function loadAll(): Promise<void> {
  await pRetry(() => load('a'), { onFailedAttempt: async () => pause(1000) });
  await pRetry(() => load('b'), { onFailedAttempt: () => pause(1000) });
  await pRetry(() => load('c'), { onFailedAttempt });
  await pRetry(() => load('d'), {
    onFailedAttempt: (error) => {
      throw new Error(`Failed for good: ${error.message}`);
    },
  });
  await pRetry(() => load('e'), {
    onFailedAttempt: (error) => {
      const attempt = error.attemptNumber;
      console.log(attempt);
    },
  });
}
