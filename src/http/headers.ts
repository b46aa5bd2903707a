import { readProperty } from '../errors/read-property.ts';

/** Stands for the headers of an answer in every form that clients hand out; their names count in any case. */
export type HeadersLike =
  | { get(name: string): unknown }
  | Readonly<Record<string, unknown>>
  | readonly (readonly [string, unknown])[]
  | null
  | undefined;

/**
 * Returns one header as a text, `undefined` where there is none; it never throws.
 *
 * @param headers A `Headers` object, a plain object of texts or lists, or a list of pairs; a list of values reads as one
 *   text with commas, as in `Headers`.
 * @param name The name in lower case.
 */
export function readHeader(headers: HeadersLike, name: string): string | undefined {
  try {
    const get = readProperty(headers, 'get');
    const value: unknown = typeof get === 'function' ? get.call(headers, name) : find(headers, name);
    return Object(value) === value && !Array.isArray(value) ? undefined : String(value ?? '').trim() || undefined;
  } catch {
    // expected: headers of somebody else may resist inspection; then they tell nothing.
    return undefined;
  }
}

function find(headers: unknown, name: string): unknown {
  const pairs: readonly (readonly unknown[])[] = Array.isArray(headers) ? headers : Object.entries(Object(headers));
  return pairs.find(([key]) => String(key).toLowerCase() === name)?.[1];
}
