import { DatabaseError } from '@octollm/errors/errors';
import { Client } from 'pg';
import { createClient } from 'redis';
import { describe, expect, it } from 'vitest';
import { classifyDatabase } from '../../../../src/classify/database/index.ts';
import { catchFromPostgres, catchFromRedis } from './databases.ts';

/** A port of this machine on which nobody listens. */
const deadPort = 1;

describe('pg', () => {
  it.each([
    ['08006', 'transport', true, 'yes'],
    ['22P02', 'invalid_argument', false, 'yes'],
    ['23502', 'invalid_argument', false, 'yes'],
    ['23505', 'conflict', false, 'yes'],
    ['25006', 'failed_precondition', false, 'yes'],
    ['28P01', 'unauthenticated', false, 'yes'],
    ['3D000', 'config', false, 'yes'],
    ['40001', 'conflict', true, 'no'],
    ['40P01', 'conflict', true, 'no'],
    ['42601', 'invalid_argument', false, 'yes'],
    ['42501', 'permission_denied', false, 'yes'],
    ['53300', 'overloaded', true, 'no'],
    ['55P03', 'conflict', true, 'no'],
    ['57014', 'timeout', true, 'yes'],
    ['57P01', 'unavailable', true, 'yes'],
    ['57P03', 'unavailable', true, 'no'],
    ['XX000', 'internal', false, 'yes'],
  ])('SQLSTATE %s: %s', async (sqlState, kind, retryable, sent) => {
    const error = await catchFromPostgres({ sqlState });
    expect(classifyDatabase(error)).toMatchObject({ kind, retryable, sent, code: sqlState });
    const wrapped = new DatabaseError('query failed', { cause: error });
    expect(classifyDatabase(wrapped)).toMatchObject({ kind, retryable, sent, code: sqlState });
  });

  it('knows nothing of a SQLSTATE that nobody defined', async () => {
    expect(classifyDatabase(await catchFromPostgres({ sqlState: 'ZZ999' })).kind).toBe('unknown');
  });

  it.each(['cut', 'cut at once'] as const)('loses the connection: %s', async (answer) => {
    expect(classifyDatabase(await catchFromPostgres(answer))).toMatchObject({ kind: 'transport', retryable: true });
  });

  it('is refused', async () => {
    const client = new Client({ host: '127.0.0.1', port: deadPort });
    const error: unknown = await client.connect().catch((caught: unknown) => caught);
    expect(classifyDatabase(error)).toMatchObject({ kind: 'transport', retryable: true, sent: 'no' });
  });
});

describe('redis', () => {
  it.each([
    ['LOADING Redis is loading the dataset in memory', 'unavailable', true],
    ['CLUSTERDOWN The cluster is down', 'unavailable', true],
    ['READONLY You cannot write against a read only replica', 'unavailable', true],
    ['TRYAGAIN Multiple keys request during rehashing', 'unavailable', true],
    ['OOM command not allowed when used memory > maxmemory', 'overloaded', true],
    ['NOAUTH Authentication required', 'unauthenticated', false],
    ['NOPERM this user has no permissions', 'permission_denied', false],
    ['WRONGTYPE Operation against a key holding the wrong kind of value', 'invalid_argument', false],
    ['ERR unknown command', 'invalid_argument', false],
  ])('%s: %s', async (reply, kind, retryable) => {
    const error = await catchFromRedis({ error: reply });
    expect(classifyDatabase(error)).toMatchObject({ kind, retryable, sent: 'no', code: reply.split(' ')[0] });
  });

  it('loses the connection', async () => {
    expect(classifyDatabase(await catchFromRedis('cut'))).toMatchObject({ kind: 'transport', retryable: true });
  });

  it('is refused', async () => {
    const socket = { host: '127.0.0.1', port: deadPort, reconnectStrategy: false } as const;
    const client = createClient({ socket }).on('error', () => {
      // expected: the client reports the refusal twice, here and in the promise.
    });
    const error: unknown = await client.connect().catch((caught: unknown) => caught);
    expect(classifyDatabase(error)).toMatchObject({ kind: 'transport', retryable: true, sent: 'no' });
  });
});

describe('others that speak the same', () => {
  it('are MySQL and ioredis, by the fields that they give', () => {
    class ReplyError extends Error {}
    const duplicate = Object.assign(new Error('Duplicate entry'), { code: 'ER_DUP_ENTRY', sqlState: '23000' });
    expect(classifyDatabase(duplicate)).toMatchObject({ kind: 'invalid_argument', code: '23000' });
    expect(classifyDatabase(new ReplyError('LOADING'))).toMatchObject({ kind: 'unavailable', retryable: true });
  });

  it('are not all errors with five letters', () => {
    expect(classifyDatabase(Object.assign(new Error('failed'), { code: '40001' })).kind).toBe('unknown');
    expect(classifyDatabase(new Error('LOADING')).kind).toBe('unknown');
  });
});
