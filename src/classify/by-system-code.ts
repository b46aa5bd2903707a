import type { ErrorKind } from '../catalog/catalog-entry.ts';
import { readProperty } from '../errors/read-property.ts';
import type { Finding } from './finding.ts';

/** What the codes of Node, undici and Bun and the names of platform errors mean; the first pattern that fits decides. */
const kinds: readonly (readonly [ErrorKind, RegExp])[] = [
  // axios gives its time limit the code of an aborted connection.
  ['timeout', /TIMED?_?OUT|^ECONNABORTED$/i],
  [
    'transport',
    /^E(CONN|PIPE|AI_|NOTF)|UNREACH$|ERR_SOCKET|PREMATURE|^Connection|^FailedToOpen|^SocketClosed|^ClientOffline/,
  ],
  ['unavailable', /^E[MN]FILE$/],
  ['canceled', /^ABORT_?ERR|CANCEL|ERR_ABORT|USERABORT/i],
  ['invalid_argument', /_INVALID_(URL|ARG)/],
  ['config', /CERT|_TLS_|_SSL_|^UNABLE_TO_/],
];

/** Without a connection, nothing was sent. */
const notSent = /REFUSED|NOTFOUND|AGAIN|UNREACH|CONNECT_|FILE|OPEN|OFFLINE/i;

/** Concludes from the code that the operating system or the runtime gave, else from the name of the error or its class. */
export function bySystemCode(error: unknown): Finding | undefined {
  const className = readProperty(readProperty(error, 'constructor'), 'name');
  for (const code of [readProperty(error, 'code'), readProperty(error, 'name'), className]) {
    const kind = typeof code === 'string' && kinds.find(([, pattern]) => pattern.test(code))?.[0];
    if (!kind) continue;
    const isNotSent = notSent.test(code) || readProperty(error, 'syscall') === 'connect';
    return { kind, code, sent: isNotSent ? 'no' : 'maybe', confidence: 'system' };
  }
  return undefined;
}
