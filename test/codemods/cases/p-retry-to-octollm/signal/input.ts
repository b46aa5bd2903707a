import pRetry from 'p-retry';
import { load } from './load.js';

export async function loadAll(signal: AbortSignal, controller: AbortController): Promise<void> {
  await pRetry(() => load('a'), { retries: 3, signal });
  await pRetry(() => load('b'), { retries: 3, signal: controller.signal });
}
