import { ConfigurationError } from '../errors/configuration-error.ts';

/** Says which numbers an option takes. */
export interface NumberRange {
  /** The smallest one; by default all above 0 are fine. */
  readonly from?: number;
  /** The largest one; `Infinity` by default. */
  readonly upTo?: number;
  /** Takes whole numbers alone, and `Infinity` where it is in range. */
  readonly whole?: boolean;
}

/**
 * Returns a number that a user configured.
 *
 * @param name The option with its policy: `bulkhead: maxConcurrent`.
 * @param range Which numbers are fine.
 * @throws A `ConfigurationError` that says which values are fine.
 */
export function checkOption(name: string, value: number, { from, upTo = Infinity, whole }: NumberRange): number {
  const isLargeEnough = from === undefined ? value > 0 : value >= from;
  const isWhole = Number.isInteger(value) || value === Infinity;
  if (isLargeEnough && value <= upTo && (isWhole || !whole)) return value;
  const kind = whole ? 'whole number' : 'number';
  const start = from === undefined ? 'above 0' : `from ${from} up`;
  const end = upTo < Infinity ? ` and at most ${upTo}` : '';
  throw new ConfigurationError(`${name} must be a ${kind} ${start}${end}, but is ${value}`, {
    details: { setting: name },
  });
}
