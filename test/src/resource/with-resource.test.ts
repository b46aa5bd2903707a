import { DatabaseError, wrap } from '@octollm/errors/errors';
import { getSuppressed, withResource } from '@octollm/errors/resource';
import { describe, expect, test } from 'vitest';

import { defer } from '../pipeline/deferred.ts';
import { watchSignal } from '../pipeline/watch-signal.ts';
import { type Fault, openDatabase } from './fake-database.ts';

/** The standard's pattern 2, with the steps named in `failing` broken. */
function updateTaskStatus(failing: Readonly<Partial<Record<Fault, unknown>>> = {}, signal?: AbortSignal) {
  const database = openDatabase(failing);
  const hidden: unknown[] = [];
  const run = withResource({
    acquire: () => database.begin(),
    use: async (connection) => {
      await connection.execute('UPDATE tasks SET status = done WHERE id = 7');
      await connection.execute('INSERT INTO task_history (task_id, status) VALUES (7, done)');
      return 'done';
    },
    commit: (connection) => connection.commit(),
    rollback: (connection) => connection.rollback(),
    release: (connection) => connection.release(),
    signal,
    onSuppressed: ({ suppressed }) => hidden.push(suppressed),
  });
  return { run, steps: database.steps, hidden };
}

describe('withResource', () => {
  test('acquires, uses, commits and releases', async () => {
    const { run, steps } = updateTaskStatus();

    expect(await run).toBe('done');
    expect(steps).toEqual(['begin', 'execute', 'execute', 'commit', 'release']);
  });

  test('rolls back and releases when the work fails, and throws the very error', async () => {
    const execute = new DatabaseError('Update failed');
    const { run, steps } = updateTaskStatus({ execute });

    await expect(run).rejects.toBe(execute);
    expect(steps).toEqual(['begin', 'execute', 'rollback', 'release']);
    expect(getSuppressed(execute)).toEqual([]);
  });

  test('rolls back when the commit fails', async () => {
    const commit = new Error('serialization failure');
    const { run, steps } = updateTaskStatus({ commit });

    await expect(run).rejects.toBe(commit);
    expect(steps).toEqual(['begin', 'execute', 'execute', 'commit', 'rollback', 'release']);
  });

  test('does nothing more when there is no resource', async () => {
    const begin = new Error('pool exhausted');
    const { run, steps } = updateTaskStatus({ begin });

    await expect(run).rejects.toBe(begin);
    expect(steps).toEqual(['begin']);
  });

  test('needs neither commit nor rollback', async () => {
    const steps: string[] = [];
    const length = await withResource({
      acquire: () => 'file',
      use: (file) => file.length,
      release: (file) => steps.push(`close ${file}`),
    });

    expect(length).toBe(4);
    expect(steps).toEqual(['close file']);
  });

  test('hands the error to the rollback', async () => {
    const broken = new Error('broken');
    const seen: unknown[] = [];
    const run = withResource({
      acquire: () => undefined,
      use: () => {
        throw broken;
      },
      rollback: (_, error) => seen.push(error),
      release: () => {},
    });

    await expect(run).rejects.toBe(broken);
    expect(seen).toEqual([broken]);
  });
});

describe('the first error wins', () => {
  const execute = new Error('update failed');
  const rollback = new Error('rollback failed');
  const release = new Error('release failed');

  test('and the others are kept beside it, in their order', async () => {
    const { run, hidden } = updateTaskStatus({ execute, rollback, release });

    await expect(run).rejects.toBe(execute);
    expect(getSuppressed(execute)).toEqual([rollback, release]);
    expect(hidden).toEqual([release, rollback]);
  });

  test('also when it is frozen', async () => {
    const frozen = Object.freeze(new Error('frozen'));

    await expect(updateTaskStatus({ execute: frozen, release }).run).rejects.toBe(frozen);
    expect(getSuppressed(frozen)).toEqual([release]);
  });

  test('also when it is no object: then only the listener hears of the others', async () => {
    const { run, hidden } = updateTaskStatus({ execute: 'a text', release });

    await expect(run).rejects.toBe('a text');
    expect(hidden).toEqual([release]);
  });

  test('a release that fails after a success is the first error', async () => {
    const { run, steps } = updateTaskStatus({ release });

    await expect(run).rejects.toBe(release);
    expect(steps).not.toContain('rollback');
  });

  test.each([
    ['throws', (error: Error) => () => expect.fail(error.message)],
    ['rejects', (error: Error) => async () => Promise.reject(error)],
  ])('a listener that %s changes nothing, but is not silent', async (_, failWith) => {
    const heard: unknown[] = [];
    const run = withResource({
      acquire: () => undefined,
      use: () => Promise.reject(execute),
      release: () => Promise.reject(release),
      onSuppressed: failWith(new Error('the log is full')),
      onHookError: (error) => heard.push(error),
    });

    await expect(run).rejects.toBe(execute);
    expect(heard).toMatchObject([{ message: 'the log is full' }]);
  });

  test('foreign errors are wrapped where the caller wants it', async () => {
    const caught: unknown = await updateTaskStatus({ execute, release }).run.catch((error: unknown) =>
      wrap(error, DatabaseError),
    );

    expect(caught).toMatchObject({ code: 'DATABASE_ERROR', cause: execute });
  });
});

describe('abort', () => {
  const reason = new Error('the client went away');

  test('before the call: nothing is acquired', async () => {
    const { run, steps } = updateTaskStatus({}, AbortSignal.abort(reason));

    await expect(run).rejects.toBe(reason);
    expect(steps).toEqual([]);
  });

  test('while acquiring: the call ends at once and a resource that arrives later is released', async () => {
    const controller = new AbortController();
    const connecting = defer<string>();
    const released: string[] = [];
    const run = withResource({
      acquire: () => connecting.promise,
      use: () => expect.unreachable(),
      release: (connection) => released.push(connection),
      signal: controller.signal,
    });

    controller.abort(reason);
    await expect(run).rejects.toBe(reason);
    connecting.resolve('connection');
    await expect.poll(() => released).toEqual(['connection']);
  });

  test('while acquiring: also by the acquisition itself, whose resource goes back unused', async () => {
    const controller = new AbortController();
    const released: string[] = [];
    const run = withResource({
      acquire: () => {
        controller.abort(reason);
        return 'connection';
      },
      use: () => expect.unreachable(),
      release: (connection) => released.push(connection),
      signal: controller.signal,
    });

    await expect(run).rejects.toBe(reason);
    await expect.poll(() => released).toEqual(['connection']);
  });

  test('while acquiring: when the late release fails, the listener hears of it', async () => {
    const controller = new AbortController();
    const connecting = defer<string>();
    const broken = new Error('release failed');
    const hidden: unknown[] = [];
    const run = withResource({
      acquire: () => connecting.promise,
      use: () => expect.unreachable(),
      release: () => Promise.reject(broken),
      signal: controller.signal,
      onSuppressed: (event) => hidden.push(event),
    });

    controller.abort(reason);
    await expect(run).rejects.toBe(reason);
    connecting.resolve('connection');
    await expect.poll(() => hidden).toEqual([{ suppressed: broken, error: reason }]);
  });

  test('while acquiring: a late failure is nobody’s business', async () => {
    const controller = new AbortController();
    const run = withResource({
      acquire: (signal) =>
        new Promise<never>((_, reject) =>
          signal?.addEventListener('abort', () => setTimeout(() => reject(new Error('late')))),
        ),
      use: () => expect.unreachable(),
      release: () => expect.unreachable(),
      signal: controller.signal,
      onSuppressed: () => expect.unreachable(),
    });

    controller.abort(reason);
    await expect(run).rejects.toBe(reason);
    await new Promise((resolve) => setTimeout(resolve, 5));
  });

  test('during the work: it may finish, but is rolled back instead of committed', async () => {
    const controller = new AbortController();
    const steps: string[] = [];
    const run = withResource({
      acquire: () => 'connection',
      use: () => {
        controller.abort(reason);
        return 'done';
      },
      commit: () => steps.push('commit'),
      rollback: () => steps.push('rollback'),
      release: () => steps.push('release'),
      signal: controller.signal,
    });

    await expect(run).rejects.toBe(reason);
    expect(steps).toEqual(['rollback', 'release']);
  });

  test('after 10,000 calls nothing is attached to the signal', async () => {
    const watched = watchSignal();
    const { signal } = watched;

    for (let call = 0; call < 10_000; call++) {
      await withResource({ acquire: () => call, use: () => call, release: () => {}, signal });
    }

    expect(watched.added).toBe(10_000);
    expect(watched.attached).toBe(0);
  });
});
