import { ConfigurationError } from '../errors/configuration-error.ts';

/** Says which numbers above 0 a setting takes: by default all finite ones. */
export interface SettingRange {
  readonly upTo?: number;
  readonly whole?: boolean;
}

/**
 * Checks a number that a user configured.
 *
 * @param setting The name of the option.
 * @param range What is fine beside being above 0.
 * @throws A `ConfigurationError` that says which values are fine.
 */
export function checkSetting(setting: string, value: number, range: SettingRange = {}): void {
  const { upTo = Number.MAX_VALUE, whole = false } = range;
  if (value > 0 && value <= upTo && (!whole || Number.isInteger(value))) return;
  const limit = upTo < Number.MAX_VALUE ? ` and at most ${upTo}` : '';
  throw new ConfigurationError(
    `The setting ${setting} of a circuit breaker must be a ${whole ? 'whole' : 'finite'} number above 0${limit}, but is ${value}`,
    { details: { setting } },
  );
}
