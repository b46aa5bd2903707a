import { ArmUnavailableError, CancelledError, NetworkError, ValidationError } from '@octollm/errors/errors';
import { retry, type GiveUpReason, type RetryOptions } from '@octollm/errors/retry';
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

  test('fails the call when it throws: a bug must be seen', async () => {
    const bug = new TypeError('a bug in the predicate');
    const call = retry(() => Promise.reject(refused()), {
      shouldRetry() {
        throw bug;
      },
    });

    await expect(call).rejects.toBe(bug);
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
