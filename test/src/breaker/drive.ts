import type { CircuitBreaker } from '@octollm/errors/breaker';

import { defer } from '../pipeline/deferred.ts';

/** Calls what succeeds. */
export function succeed(breaker: CircuitBreaker): Promise<string> {
  return breaker.execute(() => 'value');
}

/** Calls what throws, and returns what the caller catches. */
export async function fail(breaker: CircuitBreaker, error: unknown = new Error('broken')): Promise<unknown> {
  try {
    await breaker.execute(() => Promise.reject(error));
  } catch (caught) {
    return caught;
  }
  throw new Error('The call succeeded');
}

/** Lets calls fail one after the other. */
export async function failTimes(breaker: CircuitBreaker, times: number, error?: unknown): Promise<void> {
  for (let call = 0; call < times; call++) await fail(breaker, error);
}

/** A call whose end the test decides. */
export interface OpenCall {
  readonly end: Promise<PromiseSettledResult<unknown>>;
  /** Whether the function was called and has not ended. */
  readonly isRunning: boolean;
  succeed(): Promise<void>;
  fail(error?: unknown): Promise<void>;
}

/** Begins a call and leaves it running. */
export function begin(breaker: CircuitBreaker, signal?: AbortSignal): OpenCall {
  const work = defer<string>();
  let isRunning = false;
  const run = (): Promise<string> => {
    isRunning = true;
    return work.promise.finally(() => {
      isRunning = false;
    });
  };
  const call = breaker.execute(run, signal && { signal });
  const end = Promise.allSettled([call]).then(([settled]) => settled);
  return {
    end,
    get isRunning() {
      return isRunning;
    },
    async succeed() {
      work.resolve('late');
      await end;
    },
    async fail(error = new Error('late')) {
      work.reject(error);
      await end;
    },
  };
}
