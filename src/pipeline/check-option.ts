import { ConfigurationError } from '../errors/configuration-error.ts';

/** Says which numbers an option takes: those from a smallest one up, or all above a bound. */
export type NumberRange =
  | { readonly from: number; readonly above?: never; readonly whole?: boolean }
  | { readonly above: number; readonly from?: never; readonly whole?: boolean };

/**
 * Returns a number that a user configured.
 *
 * @param name The option with its policy: `bulkhead: maxConcurrent`.
 * @param range What is fine; `whole` takes whole numbers and `Infinity` only.
 * @throws A `ConfigurationError` that says which values are fine.
 */
export function checkOption(name: string, value: number, { from, above, whole = false }: NumberRange): number {
  const isInRange = from === undefined ? value > above : value >= from;
  const isWhole = Number.isInteger(value) || value === Infinity;
  if (isInRange && (isWhole || !whole)) return value;
  const range = from === undefined ? `above ${above}` : `from ${from} up`;
  throw new ConfigurationError(`${name} must be a ${whole ? 'whole ' : ''}number ${range}, but is ${value}`, {
    details: { setting: name },
  });
}
