import { ArmUnavailableError, CancelledError, NetworkError, ValidationError } from '@octollm/errors/errors';
import { getSuppressed } from '@octollm/errors/resource';
import { constant, getAttempts, retry, type GiveUpReason, type RetryOptions } from '@octollm/errors/retry';
import { ManualClock } from '@octollm/errors/testing';
import { describe, expect, test } from 'vitest';

import { answered, refused, reset } from './failures.ts';
import { runOut } from './run-out.ts';

/** Calls what always fails and tells how often it was called and why no more. */
async function exhaust(error: unknown, options: RetryOptions = {}): Promise<[calls: number, reason: GiveUpReason]> {
  const clock = new ManualClock();
  let calls = 0;
  const reasons: GiveUpReason[] = [];
  const call = retry(
    () => {
      calls++;
      throw error;
    },
    { clock, onGiveUp: ({ reason }) => reasons.push(reason), ...options },
  );
  await runOut(clock, call);
  const [reason, ...more] = reasons;
  if (!reason || more.length) throw new Error(`Gave up ${reasons.length} times`);
  return [calls, reason];
}

describe('by default', () => {
  test('tries again what was certainly not carried out', async () => {
    expect(await exhaust(refused())).toEqual([3, 'attempts']);
    expect(await exhaust(answered(429))).toEqual([3, 'attempts']);
    expect(await exhaust(new ArmUnavailableError('No arm'))).toEqual([3, 'attempts']);
  });

  test('does not repeat what may have been carried out', async () => {
    expect(await exhaust(reset())).toEqual([1, 'not_idempotent']);
    expect(await exhaust(answered(503))).toEqual([1, 'not_idempotent']);
    expect(await exhaust(new NetworkError('The connection broke'))).toEqual([1, 'not_idempotent']);
  });

  test('does not repeat what only comes again', async () => {
    expect(await exhaust(answered(404))).toEqual([1, 'not_retryable']);
    expect(await exhaust(new ValidationError('Wrong'))).toEqual([1, 'not_retryable']);
    expect(await exhaust(new CancelledError('Given up'))).toEqual([1, 'not_retryable']);
    expect(await exhaust(new TypeError('x is not a function'))).toEqual([1, 'not_retryable']);
    expect(await exhaust('a string')).toEqual([1, 'not_retryable']);
  });
});

describe('idempotent', () => {
  test('allows what may have been carried out', async () => {
    expect(await exhaust(reset(), { idempotent: true })).toEqual([3, 'attempts']);
    expect(await exhaust(answered(503), { idempotent: true })).toEqual([3, 'attempts']);
  });

  test('allows nothing that only comes again', async () => {
    expect(await exhaust(answered(404), { idempotent: true })).toEqual([1, 'not_retryable']);
  });

  test('may depend on the failure', async () => {
    const idempotent: RetryOptions['idempotent'] = ({ kind }) => kind === 'transport';

    expect(await exhaust(reset(), { idempotent })).toEqual([3, 'attempts']);
    expect(await exhaust(answered(503), { idempotent })).toEqual([1, 'not_idempotent']);
  });
});

describe('shouldRetry', () => {
  test('replaces the classification', async () => {
    expect(await exhaust(refused(), { shouldRetry: () => false })).toEqual([1, 'not_retryable']);
    expect(await exhaust(answered(404), { shouldRetry: () => true, idempotent: true })).toEqual([3, 'attempts']);
  });

  test('does not replace the proof that calling twice is harmless', async () => {
    expect(await exhaust(answered(404), { shouldRetry: () => true })).toEqual([1, 'not_idempotent']);
  });

  test('hears the classification and the context of the failed attempt', async () => {
    const heard: unknown[] = [];
    await exhaust(refused(), {
      shouldRetry: ({ kind }, { attempt, remainingMs }) => {
        heard.push([kind, attempt, remainingMs]);
        return attempt < 2;
      },
    });

    expect(heard).toEqual([
      ['transport', 1, Infinity],
      ['transport', 2, Infinity],
    ]);
  });

  test('may choose the wait', async () => {
    const waits: number[] = [];
    await exhaust(refused(), {
      shouldRetry: () => ({ retry: true, delayMs: 7 }),
      onRetry: ({ delayMs }) => waits.push(delayMs),
    });

    expect(waits).toEqual([7, 7]);
  });
});

describe('a function of the policy that throws', () => {
  const bug = new TypeError('a bug in the policy');
  const fail = (): never => {
    throw bug;
  };
  const policies: readonly RetryOptions[] = [
    { classify: fail },
    { shouldRetry: fail },
    { idempotent: fail },
    { backoff: fail },
    { random: fail },
    { budget: { tryAcquire: fail, onSuccess: fail, tokens: 0 } },
  ];

  test.each(policies)('ends the call with the failure and hides neither: %o', async (options) => {
    const failure = reset();
    const reported: unknown[] = [];
    let calls = 0;
    const call = retry(
      () => {
        calls++;
        throw failure;
      },
      { idempotent: true, ...options, onHookError: (error) => reported.push(error) },
    );

    await expect(call).rejects.toBe(failure);
    expect(calls).toBe(1);
    expect(reported).toEqual([bug]);
    expect(getSuppressed(failure)).toEqual([bug]);
    expect(getAttempts(failure)).toMatchObject([
      { attempt: 1, error: failure, reason: 'policy_failed', classification: { kind: 'transport' } },
    ]);
  });

  test('loses no value either', async () => {
    const reported: unknown[] = [];
    const options = { shouldRetry: fail, onHookError: (error: unknown) => reported.push(error) };

    await expect(retry(() => 'pending', { ...options, retryResult: () => true })).resolves.toBe('pending');
    expect(reported).toEqual([bug]);
  });

  test('does not turn a success into a failure, and calls nothing again', async () => {
    const reported: unknown[] = [];
    const budget = { tryAcquire: () => true, onSuccess: fail, tokens: 1 };
    let calls = 0;
    const call = retry(() => ++calls, {
      budget,
      shouldRetry: () => true,
      onHookError: (error) => reported.push(error),
    });

    await expect(call).resolves.toBe(1);
    expect(reported).toEqual([bug]);
  });

  test('is a failure of the attempt when it judges values: there is no other one', async () => {
    await expect(retry(() => 'value', { retryResult: fail })).rejects.toBe(bug);
  });
});

describe('numbers that are none', () => {
  const isNone = {
    kind: 'rate_limit',
    retryable: true,
    action: 'retry',
    sent: 'no',
    confidence: 'typed',
    rule: 'x',
  } as const;

  test('do not make a wait of no time: a hint counts as none, chance ends the call', async () => {
    const waits: number[] = [];
    const classify: RetryOptions['classify'] = () => ({ ...isNone, retryAfterMs: NaN });
    await exhaust('x', { classify, backoff: constant(7), onRetry: ({ delayMs }) => waits.push(delayMs) });

    expect(waits).toEqual([7, 7]);
    expect(await exhaust('x', { classify: () => ({ ...isNone, retryAfterMs: 1 }), random: () => NaN })).toEqual([
      1,
      'elapsed',
    ]);
  });
});

describe('classify', () => {
  test('may be replaced', async () => {
    const classify: RetryOptions['classify'] = () => ({
      kind: 'overloaded',
      retryable: true,
      action: 'retry',
      sent: 'no',
      confidence: 'typed',
      rule: 'mine',
    });

    expect(await exhaust('E42', { classify })).toEqual([3, 'attempts']);
  });
});
