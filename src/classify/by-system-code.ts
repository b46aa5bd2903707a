import type { ErrorKind } from '../catalog/catalog-entry.ts';
import { readProperty } from '../errors/read-property.ts';
import type { Finding } from './finding.ts';

/** What the codes of Node, undici and Bun mean; the first that fits decides. */
const kinds: readonly (readonly [ErrorKind, RegExp])[] = [
  ['canceled', /^(ABORT_ERR|ERR_CANCELED|UND_ERR_ABORTED)$/],
  ['timeout', /^(E\w*TIMEDOUT|UND_ERR_\w+_TIMEOUT)$/],
  ['transport', /^(E(CONN|PIPE|AI_AGAIN|NOTFOUND|\w+UNREACH)|UND_ERR_SOCKET|ERR_STREAM_PREM|Connection|FailedToOpen)/],
  ['unavailable', /^E[MN]FILE$/],
  ['invalid_argument', /^(UND_)?ERR_INVALID_(URL|ARG)/],
  ['config', /CERT|^UNABLE_TO_|^ERR_(TLS|SSL)_/],
];

const notSent = /REFUSED|Refused|NOTFOUND|AGAIN|UNREACH|CONNECT_|FILE|Open/;

/** Concludes from the code that the operating system or the runtime gave. */
export function bySystemCode(error: unknown): Finding | undefined {
  const code = readProperty(error, 'code');
  const kind = typeof code === 'string' && kinds.find(([, pattern]) => pattern.test(code))?.[0];
  if (!kind) return undefined;
  const isNotSent = notSent.test(code) || readProperty(error, 'syscall') === 'connect';
  return { kind, code, sent: isNotSent ? 'no' : 'maybe', confidence: 'system', rule: `code ${code}` };
}
