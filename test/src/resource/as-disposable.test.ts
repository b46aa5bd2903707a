import { asDisposable, getSuppressed } from '@octollm/errors/resource';
import { describe, expect, test } from 'vitest';

import { type Connection, type Fault, openDatabase } from './fake-database.ts';

/** Runs work in a block whose end gives the connection back. */
async function inTransaction(
  work: (connection: Connection) => Promise<unknown>,
  failing: Readonly<Partial<Record<Fault, unknown>>> = {},
): Promise<{ steps: readonly Fault[]; caught: unknown }> {
  const database = openDatabase(failing);
  let caught: unknown;
  try {
    await using transaction = await asDisposable({
      acquire: () => database.begin(),
      commit: (connection) => connection.commit(),
      rollback: (connection) => connection.rollback(),
      release: (connection) => connection.release(),
    });
    await work(transaction.resource);
    await transaction.commit();
  } catch (error) {
    caught = error;
  }
  return { steps: database.steps, caught };
}

describe('asDisposable', () => {
  const broken = new Error('broken');

  test('commits, and releases at the end of the block', async () => {
    expect(await inTransaction((connection) => connection.execute())).toEqual({
      steps: ['begin', 'execute', 'commit', 'release'],
      caught: undefined,
    });
  });

  test('rolls back what was left without a commit', async () => {
    expect(await inTransaction(() => Promise.reject(broken))).toEqual({
      steps: ['begin', 'rollback', 'release'],
      caught: broken,
    });
  });

  test('rolls back when the commit fails', async () => {
    expect(await inTransaction((connection) => connection.execute(), { commit: broken })).toEqual({
      steps: ['begin', 'execute', 'commit', 'rollback', 'release'],
      caught: broken,
    });
  });

  test('reports a release that fails after a success', async () => {
    expect(await inTransaction((connection) => connection.execute(), { release: broken })).toMatchObject({
      caught: broken,
    });
  });

  test('keeps a failing release beside a failing rollback', async () => {
    const database = openDatabase({ rollback: broken, release: new Error('release failed') });
    const transaction = await asDisposable({
      acquire: () => database.begin(),
      rollback: (connection) => connection.rollback(),
      release: (connection) => connection.release(),
    });

    await expect(transaction[Symbol.asyncDispose]()).rejects.toBe(broken);
    expect(getSuppressed(broken)).toMatchObject([{ message: 'release failed' }]);
  });

  test('gives the resource back once, however often it is asked to', async () => {
    const released: string[] = [];
    const file = await asDisposable({ acquire: () => 'file', release: (name) => released.push(name) });

    await Promise.all([file[Symbol.asyncDispose](), file[Symbol.asyncDispose]()]);
    await file[Symbol.asyncDispose]();
    expect(released).toEqual(['file']);
  });

  test('refuses a commit after that', async () => {
    const file = await asDisposable({ acquire: () => 'file', release: () => {} });
    await file[Symbol.asyncDispose]();

    await expect(file.commit()).rejects.toMatchObject({ code: 'INTERNAL_ERROR' });
  });
});
