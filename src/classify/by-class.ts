import type { ErrorKind } from '../catalog/catalog-entry.ts';
import { readCodes } from '../errors/brand.ts';
import { readProperty } from '../errors/read-property.ts';
import type { Finding } from './finding.ts';

/** Concludes from an error of the hierarchy that says itself whether trying again can help. */
export function byClass(error: unknown): Finding | undefined {
  const retryable = readProperty(error, 'retryable');
  const finding = byKind(error);
  return finding && typeof retryable === 'boolean' ? { ...finding, retryable } : undefined;
}

/** Concludes from the kind of an error of the hierarchy, when nothing that it wraps says more. */
export function byKind(error: unknown): Finding | undefined {
  const codes = readCodes(error);
  if (codes.length === 0) return undefined;
  const retryAfterMs = readProperty(error, 'retryAfterMs');
  return {
    // The brand vouches for it: every class of the hierarchy has a kind of the list.
    kind: readProperty(error, 'kind') as ErrorKind,
    // What is missing or full refuses before it begins.
    sent: codes.includes('RESOURCE_ERROR') ? 'no' : 'maybe',
    code: String(codes[0]),
    confidence: 'typed',
    ...(typeof retryAfterMs === 'number' && { retryAfterMs }),
  };
}
