import { CircuitOpenError, TimeoutError } from '@octollm/errors/errors';
import { Pool } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadGuarded } from '../support/load-guarded.ts';
import { servePostgres, type PostgresAnswer } from '../support/postgres-server.ts';

const source = `
import type { Pool } from 'pg';

export const find = async (pool: Pool, id: string): Promise<unknown> =>
  (await pool.query('SELECT name FROM orders WHERE id = $1', [id])).rows;

export const add = async (pool: Pool, id: string): Promise<number | null> =>
  (await pool.query('INSERT INTO orders VALUES ($1)', [id])).rowCount;
`;

interface Store {
  readonly find: (pool: Pool, id: string) => Promise<unknown>;
  readonly add: (pool: Pool, id: string) => Promise<number | null>;
}

const load = loadGuarded<Store>(source);

/** A pool on a server that follows the script. */
async function connect(...script: readonly PostgresAnswer[]): Promise<{ pool: Pool; queries: readonly string[] }> {
  const { port, queries } = await servePostgres(...script);
  const pool = new Pool({ host: '127.0.0.1', port, user: 'shop', database: 'shop' });
  pool.on('error', () => {
    // expected: what is idle when the server goes away is none of the test
  });
  onTestFinished(() => void pool.end());
  return { pool, queries };
}

const unique: PostgresAnswer = { code: '23505', message: 'duplicate key value violates unique constraint' };
const missing: PostgresAnswer = { code: '42P01', message: 'relation "orders" does not exist' };

describe('nothing changes', () => {
  it('rows are handed over as they are', async () => {
    for (const { find } of Object.values(load())) {
      const { pool, queries } = await connect({ rows: ['tea', 'cake'] });
      expect(await find(pool, '7')).toEqual([{ name: 'tea' }, { name: 'cake' }]);
      expect(queries).toEqual(['SELECT name FROM orders WHERE id = $1']);
    }
  });

  it('so is what a statement changed', async () => {
    for (const { add } of Object.values(load())) {
      const { pool, queries } = await connect({ changed: 1 });
      expect(await add(pool, '7')).toBe(1);
      expect(queries).toEqual(['INSERT INTO orders VALUES ($1)']);
    }
  });

  it('and an error that the server answers with, which is asked once', async () => {
    for (const { add, find } of Object.values(load())) {
      const writes = await connect(unique);
      await expect(add(writes.pool, '7')).rejects.toMatchObject(unique);
      expect(writes.queries).toHaveLength(1);
      const reads = await connect(missing);
      await expect(find(reads.pool, '7')).rejects.toMatchObject(missing);
      expect(reads.queries).toHaveLength(1);
    }
  });

  it('a statement that may have been done is never sent again', async () => {
    for (const { add } of Object.values(load())) {
      const { pool, queries } = await connect('break-off', { changed: 1 });
      await expect(add(pool, '7')).rejects.toThrow('Connection terminated unexpectedly');
      expect(queries).toHaveLength(1);
    }
  });

  it('as often as it likes: what is wrong with a statement says nothing of the service', async () => {
    const { after } = load();
    const { pool, queries } = await connect(unique);
    for (let call = 1; call <= 8; call++) await expect(after.add(pool, '7')).rejects.toMatchObject(unique);
    expect(queries).toHaveLength(8);
  });

  it('a server that is not there is told in the same way', async () => {
    const pool = new Pool({ host: '127.0.0.1', port: 1 });
    for (const { add } of Object.values(load())) {
      await expect(add(pool, '7')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }
  });
});

describe('guarded', () => {
  it('a read goes through when the connection breaks once', async () => {
    const { before, after } = load();
    const broken = await connect('break-off', { rows: ['tea'] });
    await expect(before.find(broken.pool, '7')).rejects.toThrow('Connection terminated unexpectedly');
    const { pool, queries } = await connect('break-off', { rows: ['tea'] });
    expect(await after.find(pool, '7')).toEqual([{ name: 'tea' }]);
    expect(queries).toHaveLength(2);
  });

  it('an answer that never comes ends at the time limit', async () => {
    const { pool, queries } = await connect('hang');
    await expect(load(50).after.add(pool, '7')).rejects.toBeInstanceOf(TimeoutError);
    expect(queries).toHaveLength(1);
  });

  it('a server that breaks off again and again is left in peace', async () => {
    const { after } = load();
    const { pool, queries } = await connect('break-off');
    for (let call = 1; call <= 5; call++) await expect(after.add(pool, '7')).rejects.toThrow('Connection terminated');
    await expect(after.add(pool, '7')).rejects.toBeInstanceOf(CircuitOpenError);
    expect(queries).toHaveLength(5);
  });
});
