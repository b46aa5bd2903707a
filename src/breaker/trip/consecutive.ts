import { checkOption } from '../../pipeline/check-option.ts';
import type { TripPolicy, TripWindow } from './trip-policy.ts';

/**
 * Creates a policy that opens the circuit after so many failures without a success in between. Ignored calls do not
 * break the series, and slow calls do not count.
 *
 * @param failures How many, from 1 up.
 * @throws A `ConfigurationError` when the number is out of range.
 */
export function consecutive(failures: number): TripPolicy {
  checkOption('consecutive: failures', failures, { from: 1, whole: true });
  return { settings: { type: 'consecutive', failures }, createWindow: () => new ConsecutiveFailures(failures) };
}

class ConsecutiveFailures implements TripWindow {
  readonly #limit: number;
  #failures = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get counts(): TripWindow['counts'] {
    return { calls: this.#failures, failures: this.#failures, slowCalls: 0 };
  }

  record(isFailure: boolean): boolean {
    this.#failures = isFailure ? this.#failures + 1 : 0;
    return this.#failures >= this.#limit;
  }
}
