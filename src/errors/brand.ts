import { readProperty } from './read-property.ts';

/** Marks the prototype of every error class with its codes; shared by all installed copies and all realms. */
export const brand: unique symbol = Symbol.for('@octollm/errors/codes@1');

/** Reads the codes of an error and of its parents, own code first; empty for anything that is not ours. */
export function readCodes(value: unknown): readonly unknown[] {
  const codes = readProperty(value, brand);
  return Array.isArray(codes) ? codes : [];
}
