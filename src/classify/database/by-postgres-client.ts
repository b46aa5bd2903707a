import { readProperty } from '../../errors/read-property.ts';
import type { Finding } from '../finding.ts';

/** The client of PostgreSQL gives these no code. */
const meanings: readonly (readonly [RegExp, Pick<Finding, 'kind'> & Partial<Finding>])[] = [
  [
    /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout)/,
    { kind: 'timeout', sent: 'no' },
  ],
  [/^timeout expired$/, { kind: 'timeout', sent: 'no' }],
  [/^Query read timeout$/, { kind: 'timeout' }],
  [/^Connection terminated/, { kind: 'transport' }],
];

/** Concludes from the messages of the `pg` client about its connection. */
export function byPostgresClient(error: unknown): Finding | undefined {
  const message = readProperty(error, 'message');
  if (typeof message !== 'string') return undefined;
  const meaning = meanings.find(([pattern]) => pattern.test(message))?.[1];
  return meaning && { confidence: 'text', rule: message, ...meaning };
}
