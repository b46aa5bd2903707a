import { readProperty } from '../errors/read-property.ts';
import type { Finding } from './finding.ts';

/** Concludes from the two errors by which the platform reports an ended signal. */
export function byAbort(error: unknown): Finding | undefined {
  const name = readProperty(error, 'name');
  if (name === 'AbortError') return { kind: 'canceled', confidence: 'typed', rule: 'abort' };
  return name === 'TimeoutError' ? { kind: 'timeout', confidence: 'typed', rule: 'timeout' } : undefined;
}
