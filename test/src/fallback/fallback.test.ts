import {
  CacheError,
  DatabaseError,
  InternalError,
  TaskNotFoundError,
  TimeoutError,
  VectorDBError,
} from '@octollm/errors/errors';
import { fallback, withFallback } from '@octollm/errors/fallback';
import { getSuppressed } from '@octollm/errors/resource';
import { describe, expect, expectTypeOf, test } from 'vitest';

import { settle } from '../pipeline/deferred.ts';
import { watchSignal } from '../pipeline/watch-signal.ts';

const down = (): Error => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

describe('withFallback', () => {
  test('returns the value of the first source, and says so', async () => {
    expect(
      await withFallback(
        () => 'fresh',
        () => expect.unreachable(),
      ),
    ).toEqual({
      value: 'fresh',
      degraded: false,
      suppressed: [],
    });
  });

  test('returns the value of the second, marks it and keeps the error', async () => {
    const timeout = TimeoutError.after('query', 100);

    expect(
      await withFallback(
        () => Promise.reject(timeout),
        () => 'stale',
      ),
    ).toEqual({
      value: 'stale',
      degraded: true,
      suppressed: [timeout],
    });
  });

  test('tells the handler what happened', async () => {
    const timeout = TimeoutError.after('query', 100);
    const seen: unknown[] = [];

    await withFallback(
      () => Promise.reject(timeout),
      (error, { classification, signal }) => seen.push(error, classification.kind, signal.aborted),
    );
    expect(seen).toEqual([timeout, 'timeout', false]);
  });

  test('has the type of either value', async () => {
    const result = await withFallback(
      () => 'text',
      () => 0,
    );

    expectTypeOf(result.value).toEqualTypeOf<string | number>();
    expect(result.value).toBe('text');
  });
});

describe('graceful degradation: the read replica', () => {
  type Read = () => string;
  const fails = (error: unknown) => (): never => {
    throw error;
  };
  const getTask = (primary: Read, replica: Read, warnings: unknown[] = []): Promise<string> =>
    fallback(replica, { onDegraded: ({ error }) => warnings.push(error) }).execute(primary);

  test('asks the primary', async () => {
    expect(
      await getTask(
        () => 'task',
        () => 'stale task',
      ),
    ).toBe('task');
  });

  test('asks the replica when the primary cannot be reached, and reports that once', async () => {
    const refused = DatabaseError.during('query', down());
    const warnings: unknown[] = [];

    expect(await getTask(fails(refused), () => 'stale task', warnings)).toBe('stale task');
    expect(warnings).toEqual([refused]);
  });

  test.each([
    ['a wrong query', DatabaseError.during('query', new Error('syntax error at or near "SELEC"'))],
    ['a task that does not exist', TaskNotFoundError.forTask('7')],
    ['a bug', new TypeError('Cannot read properties of undefined')],
    ['an assumption that does not hold', new InternalError('No shard')],
  ])('R10: does not hide %s', async (_, error) => {
    await expect(getTask(fails(error), () => expect.unreachable())).rejects.toBe(error);
  });

  test.each([
    ['a timeout', TimeoutError.after('query', 100)],
    ['a refused connection', down()],
    ['a cache that is down', new CacheError('No answer')],
    ['an upstream that is down', new VectorDBError('No answer', { kind: 'unavailable' })],
    ['too many requests', Object.assign(new Error('Too many requests'), { status: 429 })],
    ['a service that is overloaded', Object.assign(new Error('Overloaded'), { status: 529 })],
  ])('R10: replaces %s', async (_, error) => {
    expect(await getTask(fails(error), () => 'stale task')).toBe('stale task');
  });

  test('R8: when the replica fails too, both errors arrive, the first one first', async () => {
    const [first, second] = [
      new DatabaseError('Primary is down', { cause: down() }),
      new DatabaseError('Replica is down'),
    ];
    const caught: unknown = await getTask(fails(first), fails(second)).catch((error: unknown) => error);

    expect(caught).toBeInstanceOf(AggregateError);
    expect(caught).toMatchObject({
      message: 'Primary is down; its fallback failed, too: Replica is down',
      errors: [first, second],
      cause: first,
    });
  });

  test('R8: also when what they throw are no errors', async () => {
    const run = fallback(fails('second'), { when: () => true }).execute(fails('first'));

    await expect(run).rejects.toMatchObject({ errors: ['first', 'second'], cause: 'first' });
  });
});

describe('options', () => {
  test('when decides instead of the kinds', async () => {
    const anything = fallback(() => 'default', { when: () => true });
    const bug = new TypeError('bug');

    expect(await anything.execute(() => Promise.reject(bug))).toBe('default');
    await expect(
      fallback(() => 'default', { when: (_, error) => error !== bug }).execute(() => Promise.reject(bug)),
    ).rejects.toBe(bug);
  });

  test('a listener that fails does not take the replacement away, but is not silent', async () => {
    const heard: unknown[] = [];
    const logIsFull = new Error('the log is full');
    const strategy = fallback(() => 'stale', {
      onDegraded: async () => Promise.reject(logIsFull),
      onHookError: (error) => heard.push(error),
    });

    expect(await strategy.execute(() => Promise.reject(down()))).toBe('stale');
    await settle();
    expect(heard).toEqual([logIsFull]);
  });

  test.each(['when', 'classify'])('a function that fails replaces nothing, and hides no failure: %s', async (name) => {
    const heard: unknown[] = [];
    const [failure, bug] = [down(), new TypeError('a bug')];
    const strategy = fallback(() => expect.unreachable(), {
      [name]: () => {
        throw bug;
      },
      onHookError: (error) => heard.push(error),
    });

    await expect(strategy.execute(() => Promise.reject(failure))).rejects.toBe(failure);
    expect(heard).toEqual([bug]);
    expect(getSuppressed(failure)).toEqual([bug]);
  });

  test('a listener hears nothing of a replacement that failed', async () => {
    const heard: unknown[] = [];
    const strategy = fallback(() => Promise.reject(down()), { onDegraded: (event) => heard.push(event) });

    await expect(strategy.execute(() => Promise.reject(down()))).rejects.toBeInstanceOf(AggregateError);
    expect(heard).toEqual([]);
  });
});

describe('abort', () => {
  const reason = new Error('gave up');

  test('before the call: neither source is asked', async () => {
    const run = withFallback(
      () => expect.unreachable(),
      () => expect.unreachable(),
      { signal: AbortSignal.abort(reason) },
    );

    await expect(run).rejects.toBe(reason);
  });

  test('during the call: nobody is left to read a replacement', async () => {
    const controller = new AbortController();
    const run = fallback(() => expect.unreachable()).execute(
      () => {
        controller.abort(reason);
        throw down();
      },
      { signal: controller.signal },
    );

    await expect(run).rejects.toThrow('ECONNREFUSED');
  });

  test('after 10,000 replaced calls nothing is attached to the signal', async () => {
    const watched = watchSignal();
    const strategy = fallback(() => 'stale');

    for (let call = 0; call < 10_000; call++) await strategy.execute(() => Promise.reject(down()), watched);
    expect(watched.attached).toBe(0);
  });
});
