import { logger } from '../logger.js';

export type Table = 'orders' | 'customers' | 'payments' | 'webhook_events';

export interface Row {
  id: string;
  version: number;
  [column: string]: unknown;
}

export interface Queryable {
  findById(table: Table, id: string): Promise<Row | undefined>;
  findWhere(table: Table, where: Record<string, unknown>, limit?: number): Promise<Row[]>;
  insert(table: Table, row: Row): Promise<void>;
  /** Resolves with the number of rows changed: 0 when the row is gone or has another version. */
  update(table: Table, id: string, patch: Record<string, unknown>, version?: number): Promise<number>;
}

export interface Database extends Queryable {
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export async function withTransaction<T>(db: Database, label: string, work: (tx: Queryable) => Promise<T>): Promise<T> {
  try {
    return await db.transaction(work);
  } catch (e: any) {
    logger.error(`transaction ${label} rolled back`, e);
    e.message = `${label}: ${e.message}`;
    throw e;
  }
}

const maxConflicts = 5;

/** Runs the work again when somebody else changed the row in the meantime. */
export async function withConflictRetry<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt <= maxConflicts; attempt++) {
    try {
      return await work();
    } catch (e: any) {
      if (!e.message.includes('version conflict')) throw e;
      logger.debug(`version conflict, attempt ${attempt} of ${maxConflicts}`);
    }
  }
  throw new Error(`Database update failed: still in conflict after ${maxConflicts} attempts`);
}

/** Waits until the database answers; used at start-up, where the container may come up before it. */
export async function waitForDatabase(db: Database): Promise<void> {
  while (true) {
    try {
      await db.ping();
      return;
    } catch (e) {
      logger.warn('database is not ready, trying again');
    }
  }
}
