import type { ErrorKind } from '../catalog/catalog-entry.ts';
import { readCodes } from '../errors/brand.ts';
import { readProperty } from '../errors/read-property.ts';
import { findFirst, type Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';

/** Classifies an error of the hierarchy that itself says whether trying again can help. */
export function classifyOwn({ errors }: Evidence): Finding | undefined {
  return findFirst(errors, (error) => {
    const finding = fromOwn(error);
    return finding?.retryable === undefined ? undefined : finding;
  });
}

/** Classifies an error of the hierarchy by its kind alone, when nothing that it wraps says more. */
export function classifyOwnKind({ errors }: Evidence): Finding | undefined {
  return findFirst(errors, fromOwn);
}

function fromOwn(error: unknown): Finding | undefined {
  const codes = readCodes(error);
  if (codes.length === 0) return undefined;
  const [code] = codes;
  const retryable = readProperty(error, 'retryable');
  return {
    // The brand vouches for the class, and every class has a kind of the list.
    kind: readProperty(error, 'kind') as ErrorKind,
    retryable: typeof retryable === 'boolean' ? retryable : undefined,
    // A resource that is missing or full refuses before anything is carried out.
    sent: codes.includes('RESOURCE_ERROR') ? 'no' : 'maybe',
    code: String(code),
    confidence: 'typed',
    rule: 'own error',
  };
}
