import { ConfigurationError } from '../errors/configuration-error.ts';

/** Says which numbers an option takes: those from a smallest one up, or all above a bound. */
export interface NumberRange {
  /** The smallest number that is fine. */
  readonly from?: number;
  /** What a number has to be above, where there is no smallest one. */
  readonly above?: number;
  /** The largest number that is fine; `Infinity` by default. */
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
export function checkOption(name: string, value: number, range: NumberRange): number {
  const { above = -Infinity, from = -Infinity, upTo = Infinity, whole = false } = range;
  const isWhole = Number.isInteger(value) || value === Infinity;
  if (value > above && value >= from && value <= upTo && (isWhole || !whole)) return value;
  const start = range.from === undefined ? `above ${above}` : `from ${from} up`;
  const end = upTo < Infinity ? ` and at most ${upTo}` : '';
  throw new ConfigurationError(`${name} must be a ${whole ? 'whole ' : ''}number ${start}${end}, but is ${value}`, {
    details: { setting: name },
  });
}
