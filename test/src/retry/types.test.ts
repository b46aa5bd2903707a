import type { CallContext, Strategy } from '@octollm/errors/pipeline';
import {
  createRetry,
  retry,
  type RetryContext,
  type RetryOptions,
  type RetryPolicyOptions,
} from '@octollm/errors/retry';
import { expectTypeOf, test } from 'vitest';

test('the value has the type that the function returns', () => {
  expectTypeOf(retry(() => 1)).toEqualTypeOf<Promise<number>>();
  expectTypeOf(retry(async () => ({ id: '7' }))).toEqualTypeOf<Promise<{ id: string }>>();
  expectTypeOf(createRetry().execute(() => 'text')).toEqualTypeOf<Promise<string>>();
});

test('retryResult sees the type of the value', () => {
  const call = retry(() => ({ status: 'pending' as 'pending' | 'done' }), {
    retryResult: ({ status }) => status === 'pending',
  });

  expectTypeOf(call).toEqualTypeOf<Promise<{ status: 'pending' | 'done' }>>();
});

test('a policy is a strategy, and its context tells the attempt', () => {
  expectTypeOf(createRetry()).toExtend<Strategy>();
  expectTypeOf<RetryContext>().toExtend<CallContext>();
  expectTypeOf<RetryContext['signal']>().toEqualTypeOf<AbortSignal>();
});

test('a signal belongs to a call, not to a policy', () => {
  expectTypeOf<RetryOptions>().toHaveProperty('signal');
  expectTypeOf<RetryPolicyOptions>().not.toHaveProperty('signal');
});
