import { readProperty } from '../../errors/read-property.ts';
import type { Finding } from '../finding.ts';

type Meaning = Pick<Finding, 'kind'> & Partial<Finding>;

/** What the five characters of an SQLSTATE, or the two of its class, mean; the longest that fits decides. */
const meanings: Readonly<Record<string, Meaning>> = {
  '08': { kind: 'transport' },
  '08001': { kind: 'transport', sent: 'no' },
  '08004': { kind: 'transport', sent: 'no' },
  '22': { kind: 'invalid_argument' },
  '23': { kind: 'invalid_argument' },
  '23505': { kind: 'conflict' },
  '23P01': { kind: 'conflict' },
  '25': { kind: 'failed_precondition' },
  '28': { kind: 'unauthenticated' },
  '3D': { kind: 'config' },
  '3F': { kind: 'config' },
  // The server has rolled the transaction back, so nothing of it was carried out.
  '40': { kind: 'conflict', retryable: true, sent: 'no' },
  '40002': { kind: 'invalid_argument' },
  '40003': { kind: 'unknown' },
  '42': { kind: 'invalid_argument' },
  '42501': { kind: 'permission_denied' },
  '53': { kind: 'unavailable' },
  '53300': { kind: 'overloaded', sent: 'no' },
  '54': { kind: 'invalid_argument' },
  '55': { kind: 'failed_precondition' },
  '55P03': { kind: 'conflict', retryable: true, sent: 'no' },
  '57': { kind: 'unavailable' },
  '57014': { kind: 'timeout' },
  '57P03': { kind: 'unavailable', sent: 'no' },
  '57P04': { kind: 'config' },
  '58': { kind: 'unavailable' },
  XX: { kind: 'internal' },
};

/** Concludes from the SQLSTATE that PostgreSQL (`code` beside `severity`) or MySQL (`sqlState`) gave. */
export function bySqlState(error: unknown): Finding | undefined {
  const isPostgres = typeof readProperty(error, 'severity') === 'string';
  const code = readProperty(error, isPostgres ? 'code' : 'sqlState');
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return undefined;
  const meaning = meanings[code] ?? meanings[code.slice(0, 2)];
  return meaning && { code, sent: 'yes', confidence: 'structured', ...meaning };
}
