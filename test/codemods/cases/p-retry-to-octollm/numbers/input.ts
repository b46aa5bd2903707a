import pRetry from 'p-retry';
import { load } from './load.js';

export async function loadAll(): Promise<void> {
  await pRetry(() => load('a'), { retries: 2, minTimeout: 10, factor: 2 });
  await pRetry(() => load('b'), { retries: 5, minTimeout: 1_000, maxTimeout: 5_000 });
  await pRetry(() => load('c'), { retries: 3, minTimeout: 500, factor: 1 });
  await pRetry(() => load('d'), { retries: 60, minTimeout: 1000, maxTimeout: 1000 });
  await pRetry(() => load('e'), { retries: 4, factor: 3, minTimeout: 100, maxTimeout: Infinity, randomize: true });
  await pRetry(() => load('f'), { retries: 0 });
  await pRetry(() => load('g'), { retries: Infinity, maxTimeout: 30_000 });
}
