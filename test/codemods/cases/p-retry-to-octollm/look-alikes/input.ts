import pRetry from './p-retry.js';
import { load } from './load.js';

// Not the one of 'p-retry'.
export const loadPlan = (): Promise<void> => pRetry(() => load('plan'), { retries: 1 });
