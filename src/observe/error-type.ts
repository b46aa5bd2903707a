import { readCodes } from '../errors/brand.ts';
import { readProperty } from '../errors/read-property.ts';
import { createLabelGate, otherLabel } from './label-gate.ts';

/** Holds what an error type may be beside the codes of the hierarchy and the names of the platform's errors. */
export interface ErrorTypeOptions {
  /** Names and codes of foreign errors that deserve a type of their own, such as `ECONNREFUSED`. */
  readonly known?: readonly string[];
  /** How many different types there can be; 100 by default. */
  readonly limit?: number;
}

/**
 * Returns the type of a failure, from a closed set, so that it can label a metric.
 *
 * @param thrown The value that was caught.
 */
export type ErrorTypeReader = (thrown: unknown) => string;

const platformNames = [
  'Error',
  'AggregateError',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'AbortError',
  'TimeoutError',
];

/**
 * Creates the reader of error types: the code of an error of the hierarchy, else a known name or code, else `_OTHER`.
 * A message, an id or a code that somebody made up never becomes a type.
 *
 * @param options What else is known, and how many types there can be.
 */
export function createErrorTypeReader({ known = [], limit = 100 }: ErrorTypeOptions = {}): ErrorTypeReader {
  const names = new Set([...platformNames, ...known]);
  const admit = createLabelGate(limit);

  return (thrown) => {
    // The code that the class has, not one that was written on this error.
    const [own] = readCodes(thrown);
    if (typeof own === 'string') return admit(own);
    const candidates = [readProperty(thrown, 'code'), readProperty(thrown, 'name')];
    const type = candidates.find((value): value is string => typeof value === 'string' && names.has(value));
    return type === undefined ? otherLabel : admit(type);
  };
}
