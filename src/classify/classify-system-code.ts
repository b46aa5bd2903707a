import type { ErrorKind } from '../catalog/catalog-entry.ts';
import { readProperty } from '../errors/read-property.ts';
import type { Sent } from './classification.ts';
import { findFirst, type Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';

/** What the codes of Node, undici and Bun mean; the first pattern that fits decides. */
const codes: readonly (readonly [RegExp, ErrorKind, Sent, retryable?: boolean])[] = [
  [/^(ABORT_ERR|ERR_CANCELED|UND_ERR_ABORTED)$/, 'canceled', 'maybe'],
  [/^UND_ERR_CONNECT_TIMEOUT$/, 'timeout', 'no'],
  [/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|ConnectionRefused|FailedToOpenSocket)$/, 'transport', 'no'],
  [/^E[MN]FILE$/, 'unavailable', 'no'],
  [/^(ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_(HEADERS|BODY)_TIMEOUT)$/, 'timeout', 'maybe'],
  [
    /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|ERR_STREAM_PREMATURE_CLOSE|Connection(Closed|Reset))$/,
    'transport',
    'maybe',
  ],
  [/^CERT_|SELF_SIGNED|^UNABLE_TO_|^ERR_(TLS|SSL)_/, 'transport', 'no', false],
  [/^(ERR_INVALID_(URL|ARG)|UND_ERR_INVALID_ARG)/, 'invalid_argument', 'no'],
];

/** Classifies by the code that the runtime or the operating system gave. */
export function classifySystemCode({ errors }: Evidence): Finding | undefined {
  return findFirst(errors, (error) => {
    const code = readProperty(error, 'code');
    const entry = typeof code === 'string' && codes.find(([pattern]) => pattern.test(code));
    if (!entry) return undefined;
    const [, kind, sent, retryable] = entry;
    const isConnecting = readProperty(error, 'syscall') === 'connect';
    return { kind, retryable, sent: isConnecting ? 'no' : sent, code, confidence: 'system', rule: `code ${code}` };
  });
}
