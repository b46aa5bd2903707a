import pRetry from 'p-retry';

export const loadPlan = (): Promise<Response> => pRetry(() => fetch('https://plans.test/'));
