import { readProperty } from '../errors/read-property.ts';
import { findFirst, type Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';

/** Classifies the two errors by which the platform reports an ended signal. */
export function classifyAbort({ errors }: Evidence): Finding | undefined {
  return findFirst(errors, (error) => {
    const name = readProperty(error, 'name');
    if (name === 'AbortError') return { kind: 'canceled', confidence: 'typed', rule: 'abort' };
    return name === 'TimeoutError' ? { kind: 'timeout', confidence: 'typed', rule: 'timeout' } : undefined;
  });
}
