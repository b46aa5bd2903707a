import * as retrying from 'p-retry';
import { load } from './load.js';

export const loadPlan = (): Promise<void> => retrying.default(() => load('plan'), { retries: 1 });
