import { readProperty } from '../../errors/read-property.ts';
import type { Finding } from '../finding.ts';

/** What the first word of an error reply means; Redis refuses with all of them before it carries out the command. */
const meanings: Readonly<Record<string, Pick<Finding, 'kind'> & Partial<Finding>>> = {
  ASK: { kind: 'unavailable' },
  BUSY: { kind: 'unavailable' },
  CLUSTERDOWN: { kind: 'unavailable' },
  CROSSSLOT: { kind: 'invalid_argument' },
  ERR: { kind: 'invalid_argument' },
  EXECABORT: { kind: 'invalid_argument' },
  LOADING: { kind: 'unavailable' },
  MASTERDOWN: { kind: 'unavailable' },
  MISCONF: { kind: 'config' },
  MOVED: { kind: 'unavailable' },
  NOAUTH: { kind: 'unauthenticated' },
  NOPERM: { kind: 'permission_denied' },
  NOREPLICAS: { kind: 'unavailable' },
  NOSCRIPT: { kind: 'failed_precondition' },
  OOM: { kind: 'overloaded' },
  READONLY: { kind: 'unavailable' },
  TRYAGAIN: { kind: 'unavailable' },
  WRONGPASS: { kind: 'unauthenticated' },
  WRONGTYPE: { kind: 'invalid_argument' },
};

/** Concludes from the error reply of a Redis server, as `redis` and `ioredis` throw it. */
export function byRedisReply(error: unknown): Finding | undefined {
  const className = readProperty(readProperty(error, 'constructor'), 'name');
  // A watched key that changed aborts the transaction as a whole.
  if (className === 'WatchError') return { kind: 'conflict', retryable: true, sent: 'no', confidence: 'structured' };
  if (className !== 'SimpleError' && className !== 'ErrorReply' && className !== 'ReplyError') return undefined;

  const code = /^[A-Z]+/.exec(String(readProperty(error, 'message')))?.[0] ?? '';
  const meaning = meanings[code];
  return meaning && { code, sent: 'no', confidence: 'structured', ...meaning };
}
