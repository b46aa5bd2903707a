import pRetry from 'p-retry';
import { load } from './load.js';

export function retry(): Promise<void> {
  const classify = (): string => 'plan';
  return pRetry(() => load(classify()), { retries: 1, minTimeout: 100 });
}
