import { readProperty } from '../errors/read-property.ts';
import type { Finding } from './finding.ts';

/** How browsers, undici, React Native and Deno say that there is no connection. */
const noConnection =
  /^(fetch failed|failed to fetch|networkerror when|load failed|network (error|request failed)|the internet connection appears|terminated$|error sending request)/i;

/** Concludes from the message of a `TypeError`, the only sign of a failed connection that browsers give. */
export function byConnectionText(error: unknown): Finding | undefined {
  const message = readProperty(error, 'message');
  if (readProperty(error, 'name') !== 'TypeError' || typeof message !== 'string') return undefined;
  return noConnection.test(message) ? { kind: 'transport', confidence: 'system', rule: 'no connection' } : undefined;
}
