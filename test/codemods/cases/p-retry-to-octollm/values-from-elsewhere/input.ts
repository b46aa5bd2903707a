import pRetry from 'p-retry';
import { config } from './config.js';
import { load } from './load.js';

const MAX_RETRIES = 4;

export async function loadAll(delayMs: number, retries?: number): Promise<void> {
  await pRetry(() => load('a'), { retries: MAX_RETRIES, minTimeout: delayMs });
  await pRetry(() => load('b'), { retries: retries ?? 3, minTimeout: config.delayMs, maxTimeout: config.longestMs });
  await pRetry(() => load('c'), {
    retries: config.isSlow ? 8 : 4,
    randomize: true,
    minTimeout: delayMs,
  });
}
