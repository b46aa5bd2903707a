import { classifyDatabase } from '@octollm/errors/classify/database';
import { describe, expect, it } from 'vitest';

const fail = (message: string, fields: object = {}): Error => Object.assign(new Error(message), fields);

describe('a SQLSTATE of PostgreSQL', () => {
  it.each([
    ['08006', 'connection_failure', 'transport', true, 'yes'],
    ['08001', 'sqlclient_unable_to_establish_sqlconnection', 'transport', true, 'no'],
    ['08004', 'sqlserver_rejected_establishment_of_sqlconnection', 'transport', true, 'no'],
    ['22P02', 'invalid_text_representation', 'invalid_argument', false, 'yes'],
    ['23502', 'not_null_violation', 'invalid_argument', false, 'yes'],
    ['23505', 'unique_violation', 'conflict', false, 'yes'],
    ['23P01', 'exclusion_violation', 'conflict', false, 'yes'],
    ['25006', 'read_only_sql_transaction', 'failed_precondition', false, 'yes'],
    ['28P01', 'invalid_password', 'unauthenticated', false, 'yes'],
    ['3D000', 'invalid_catalog_name', 'config', false, 'yes'],
    ['3F000', 'invalid_schema_name', 'config', false, 'yes'],
    ['40001', 'serialization_failure', 'conflict', true, 'no'],
    ['40P01', 'deadlock_detected', 'conflict', true, 'no'],
    ['40002', 'transaction_integrity_constraint_violation', 'invalid_argument', false, 'yes'],
    ['40003', 'statement_completion_unknown', 'unknown', false, 'yes'],
    ['42601', 'syntax_error', 'invalid_argument', false, 'yes'],
    ['42501', 'insufficient_privilege', 'permission_denied', false, 'yes'],
    ['53200', 'out_of_memory', 'unavailable', true, 'yes'],
    ['53300', 'too_many_connections', 'overloaded', true, 'no'],
    ['54001', 'statement_too_complex', 'invalid_argument', false, 'yes'],
    ['55006', 'object_in_use', 'failed_precondition', false, 'yes'],
    ['55P03', 'lock_not_available', 'conflict', true, 'no'],
    ['57P01', 'admin_shutdown', 'unavailable', true, 'yes'],
    ['57014', 'query_canceled', 'timeout', true, 'yes'],
    ['57P03', 'cannot_connect_now', 'unavailable', true, 'no'],
    ['57P04', 'database_dropped', 'config', false, 'yes'],
    ['58030', 'io_error', 'unavailable', true, 'yes'],
    ['XX000', 'internal_error', 'internal', false, 'yes'],
  ])('%s, %s: %s', (code, name, kind, retryable, sent) => {
    const expected = { kind, retryable, sent, code, confidence: 'structured' };
    expect(classifyDatabase(fail(name, { code, severity: 'ERROR' }))).toMatchObject(expected);
    expect(classifyDatabase(fail(name, { errno: 1, sqlState: code }))).toMatchObject(expected);
  });

  it.each(['ZZ999', '2350', '235055', '2350a', 23505, undefined])('is not %o', (code) => {
    expect(classifyDatabase(fail('failed', { code, severity: 'ERROR' })).kind).toBe('unknown');
  });

  it('stands in `code` only beside a severity, since other clients have codes of five letters, too', () => {
    expect(classifyDatabase(fail('failed', { code: '40001' })).kind).toBe('unknown');
  });
});

describe('the client of PostgreSQL', () => {
  it.each([
    ['timeout exceeded when trying to connect', 'timeout', 'no'],
    ['timeout expired', 'timeout', 'no'],
    ['Connection terminated due to connection timeout', 'timeout', 'no'],
    ['Query read timeout', 'timeout', 'maybe'],
    ['Connection terminated', 'transport', 'maybe'],
    ['Connection terminated unexpectedly', 'transport', 'maybe'],
  ])('%s: %s', (message, kind, sent) => {
    const expected = { kind, retryable: true, sent, rule: message, confidence: 'text' };
    expect(classifyDatabase(fail(message))).toMatchObject(expected);
  });

  it.each(['the timeout expired', 'timeout expired at noon', 'Query read timeout 5', 'A Query read timeout'])(
    'did not say: %s',
    (message) => {
      expect(classifyDatabase(fail(message)).kind).toBe('unknown');
    },
  );

  it.each(['My Connection terminated', 'no timeout exceeded when trying to connect', 7])(
    'did not say: %s',
    (message) => {
      expect(classifyDatabase({ message }).kind).toBe('unknown');
    },
  );
});

describe('an error reply of Redis', () => {
  class ErrorReply extends Error {}
  class SimpleError extends Error {}
  class ReplyError extends Error {}
  class WatchError extends Error {}

  it.each([
    ['ASK 3999 127.0.0.1:6381', 'unavailable', true],
    ['BUSY Redis is busy running a script', 'unavailable', true],
    ['CLUSTERDOWN The cluster is down', 'unavailable', true],
    ["CROSSSLOT Keys in request don't hash to the same slot", 'invalid_argument', false],
    ['ERR unknown command', 'invalid_argument', false],
    ['EXECABORT Transaction discarded because of previous errors', 'invalid_argument', false],
    ['LOADING Redis is loading the dataset in memory', 'unavailable', true],
    ['MASTERDOWN Link with MASTER is down', 'unavailable', true],
    ['MISCONF Redis is configured to save RDB snapshots', 'config', false],
    ['MOVED 3999 127.0.0.1:6381', 'unavailable', true],
    ['NOAUTH Authentication required', 'unauthenticated', false],
    ['NOPERM this user has no permissions', 'permission_denied', false],
    ['NOREPLICAS Not enough good replicas to write', 'unavailable', true],
    ['NOSCRIPT No matching script', 'failed_precondition', false],
    ['OOM command not allowed when used memory > maxmemory', 'overloaded', true],
    ['READONLY You cannot write against a read only replica', 'unavailable', true],
    ['TRYAGAIN Multiple keys request during rehashing', 'unavailable', true],
    ['WRONGPASS invalid username-password pair', 'unauthenticated', false],
    ['WRONGTYPE Operation against a key holding the wrong kind of value', 'invalid_argument', false],
  ])('%s: %s', (reply, kind, retryable) => {
    const code = reply.slice(0, reply.indexOf(' '));
    const expected = { kind, retryable, sent: 'no', code, confidence: 'structured' };
    for (const error of [new ErrorReply(reply), new SimpleError(reply), new ReplyError(reply)])
      expect(classifyDatabase(error)).toMatchObject(expected);
  });

  it('is the first word of what a client of Redis threw, and nothing else', () => {
    expect(classifyDatabase(new Error('LOADING')).kind).toBe('unknown');
    expect(classifyDatabase(new ReplyError('not LOADING')).kind).toBe('unknown');
    expect(classifyDatabase(new ReplyError('HELLO')).kind).toBe('unknown');
    expect(classifyDatabase(new ReplyError('')).kind).toBe('unknown');
  });

  it('may be that a watched key has changed, so the transaction was not carried out', () => {
    const expected = { kind: 'conflict', retryable: true, sent: 'no', confidence: 'structured' };
    expect(classifyDatabase(new WatchError())).toMatchObject(expected);
  });
});
