import type { ErrorKind } from '../catalog/catalog-entry.ts';
import { readCodes } from '../errors/brand.ts';
import { readProperty } from '../errors/read-property.ts';
import type { Finding } from './finding.ts';

/**
 * Concludes from an error of the hierarchy that knows by itself whether trying again can help: because it says so, or
 * because it is a refusal, such as an open circuit, whose cause is the failure of another call.
 */
export function byClass(error: unknown): Finding | undefined {
  const retryable = readProperty(error, 'retryable');
  const finding = byKind(error);
  if (typeof retryable === 'boolean') return finding && { ...finding, retryable };
  return finding?.sent === 'no' ? finding : undefined;
}

/** Concludes from the kind of an error of the hierarchy, when nothing that it wraps says more. */
export function byKind(error: unknown): Finding | undefined {
  const codes = readCodes(error);
  if (codes.length === 0) return undefined;
  return {
    // The brand vouches for it: every class of the hierarchy has a kind of the list.
    kind: readProperty(error, 'kind') as ErrorKind,
    // What is missing or full refuses before it begins.
    sent: codes.includes('RESOURCE_ERROR') ? 'no' : 'maybe',
    code: String(codes[0]),
    confidence: 'typed',
  };
}
