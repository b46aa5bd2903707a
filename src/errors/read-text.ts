import { readProperty } from './read-property.ts';

/** Reads a property that is a text; `undefined` when it is none or when reading it throws. */
export function readText(value: unknown, key: PropertyKey): string | undefined {
  const text = readProperty(value, key);
  return typeof text === 'string' ? text : undefined;
}
