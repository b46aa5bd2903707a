import type { Database, Queryable, Row, Table } from './database.js';

type Operation = 'findById' | 'findWhere' | 'insert' | 'update' | 'transaction' | 'ping';

interface Fault {
  operation: Operation;
  error: unknown;
  times: number;
}

/** Keeps everything in this process: `DATABASE_URL=memory:` and tests, which can also tell it to fail. */
export class MemoryDatabase implements Database {
  private tables = new Map<Table, Map<string, Row>>();
  private faults: Fault[] = [];
  private closed = false;

  failNext(operation: Operation, error: unknown, times = 1): void {
    this.faults.push({ operation, error, times });
  }

  async findById(table: Table, id: string): Promise<Row | undefined> {
    this.check('findById');
    const row = this.rows(table).get(id);
    return row ? structuredClone(row) : undefined;
  }

  async findWhere(table: Table, where: Record<string, unknown>, limit = 100): Promise<Row[]> {
    this.check('findWhere');
    const found = [...this.rows(table).values()].filter((row) =>
      Object.entries(where).every(([column, value]) => row[column] === value),
    );
    return structuredClone(found.slice(0, limit));
  }

  async insert(table: Table, row: Row): Promise<void> {
    this.check('insert');
    if (this.rows(table).has(row.id)) {
      throw new Error(`Database insert failed: duplicate key value violates unique constraint "${table}_pkey"`);
    }
    this.rows(table).set(row.id, structuredClone(row));
  }

  async update(table: Table, id: string, patch: Record<string, unknown>, version?: number): Promise<number> {
    this.check('update');
    const row = this.rows(table).get(id);
    if (!row) return 0;
    if (version !== undefined && row.version !== version) return 0;
    this.rows(table).set(id, { ...row, ...structuredClone(patch), id, version: row.version + 1 });
    return 1;
  }

  async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    this.check('transaction');
    const before = structuredClone(this.tables);
    try {
      return await work(this);
    } catch (e) {
      this.tables = before;
      throw e;
    }
  }

  async ping(): Promise<void> {
    this.check('ping');
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  private rows(table: Table): Map<string, Row> {
    let rows = this.tables.get(table);
    if (!rows) {
      rows = new Map();
      this.tables.set(table, rows);
    }
    return rows;
  }

  private check(operation: Operation): void {
    if (this.closed) {
      throw new Error('Database connection is closed');
    }
    const fault = this.faults.find((candidate) => candidate.operation === operation);
    if (!fault) return;
    fault.times--;
    if (fault.times === 0) this.faults.splice(this.faults.indexOf(fault), 1);
    throw fault.error;
  }
}
