import pg from 'pg';
import type { Database, Queryable, Row, Table } from './database.js';

interface Runner {
  query(text: string, values?: unknown[]): Promise<{ rows: any[]; rowCount: number | null }>;
}

function toRow(record: any): Row {
  if (!record.data) {
    throw new Error(`Database row ${record.id} has no data column`);
  }
  return { ...record.data, id: record.id, version: record.version };
}

class PostgresQueries implements Queryable {
  constructor(protected runner: Runner) {}

  async findById(table: Table, id: string): Promise<Row | undefined> {
    try {
      const { rows } = await this.runner.query(`SELECT id, version, data FROM ${table} WHERE id = $1`, [id]);
      return rows.length > 0 ? toRow(rows[0]) : undefined;
    } catch (e: any) {
      throw new Error(`Database query on ${table} failed: ${e.message}`);
    }
  }

  async findWhere(table: Table, where: Record<string, unknown>, limit = 100): Promise<Row[]> {
    try {
      const { rows } = await this.runner.query(
        `SELECT id, version, data FROM ${table} WHERE data @> $1 ORDER BY id LIMIT $2`,
        [JSON.stringify(where), limit],
      );
      return rows.map(toRow);
    } catch (e: any) {
      throw new Error(`Database query on ${table} failed: ${e.message}`);
    }
  }

  async insert(table: Table, row: Row): Promise<void> {
    const { id, version, ...data } = row;
    try {
      await this.runner.query(`INSERT INTO ${table} (id, version, data) VALUES ($1, $2, $3)`, [id, version, data]);
    } catch (e: any) {
      if (e.code === '23505') {
        throw new Error(`Database insert failed: duplicate key ${id} in ${table}`);
      }
      throw new Error(`Database insert into ${table} failed: ${e.message}`);
    }
  }

  async update(table: Table, id: string, patch: Record<string, unknown>, version?: number): Promise<number> {
    const condition = version === undefined ? '' : ' AND version = $3';
    const values = version === undefined ? [id, patch] : [id, patch, version];
    try {
      const result = await this.runner.query(
        `UPDATE ${table} SET data = data || $2, version = version + 1 WHERE id = $1${condition}`,
        values,
      );
      return result.rowCount ?? 0;
    } catch (e: any) {
      throw new Error(`Database update of ${table} failed: ${e.message}`);
    }
  }
}

export class PostgresDatabase extends PostgresQueries implements Database {
  private pool: pg.Pool;

  constructor(url: string) {
    if (!url.startsWith('postgres://') && !url.startsWith('postgresql://')) {
      throw new Error(`Configuration error: ${url} is not a postgres connection string`);
    }
    const pool = new pg.Pool({ connectionString: url, max: 10 });
    super(pool);
    this.pool = pool;
  }

  async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(new PostgresQueries(client));
      await client.query('COMMIT');
      return result;
    } catch (e) {
      await client.query('ROLLBACK');
      throw e;
    } finally {
      client.release();
    }
  }

  async ping(): Promise<void> {
    await this.pool.query('SELECT 1').catch(() => {
      throw new Error('Database connection failed');
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
