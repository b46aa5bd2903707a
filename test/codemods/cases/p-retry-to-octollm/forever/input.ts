import pRetry from 'p-retry';
import { load } from './load.js';

export async function loadAll(delayMs: number): Promise<void> {
  await pRetry(() => load('a'), { forever: true, minTimeout: 250, maxTimeout: 30_000 });
  await pRetry(() => load('b'), { forever: true, retries: 3 });
  await pRetry(() => load('c'), { forever: true, minTimeout: delayMs });
}
