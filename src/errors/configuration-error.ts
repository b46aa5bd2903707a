import { describeErrorClass } from './describe-error-class.ts';
import type { SystemDetails } from './system-error.ts';
import { SystemError } from './system-error.ts';

/** Holds what a client may learn from `ConfigurationError`. */
export type ConfigurationDetails = SystemDetails & {
  /** The name of the setting. */
  readonly setting?: string;
};

/** Reports a setting, an environment variable or a dependency that is missing or invalid. */
export class ConfigurationError extends SystemError<ConfigurationDetails> {
  declare readonly details: ConfigurationDetails;

  static {
    describeErrorClass(this, {
      name: 'ConfigurationError',
      code: 'CONFIGURATION_ERROR',
      kind: 'config',
      severity: 'critical',
      retryable: false,
      title: 'The service is misconfigured',
    });
  }
}
