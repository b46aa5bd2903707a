import { describeErrorClass } from './describe-error-class.ts';
import type { ResourceDetails } from './resource-error.ts';
import { ResourceError } from './resource-error.ts';

/** Holds what a client may learn from `ArmUnavailableError`. */
export type ArmUnavailableDetails = ResourceDetails & {
  /** What the task needs. */
  readonly required_capabilities?: readonly string[];
};

/** Reports that no worker, agent or provider that could do the task is available. */
export class ArmUnavailableError extends ResourceError<ArmUnavailableDetails> {
  declare readonly details: ArmUnavailableDetails;

  static {
    describeErrorClass(this, {
      name: 'ArmUnavailableError',
      code: 'ARM_UNAVAILABLE',
      severity: 'error',
      retryable: true,
      title: 'No suitable arm is available',
    });
  }

  /**
   * Creates the error of a task that nobody can do.
   *
   * @param capabilities What the task needs.
   */
  static missing(capabilities: readonly string[]): ArmUnavailableError {
    return new ArmUnavailableError(`No arm available with capabilities: ${capabilities.join(', ')}`, {
      details: { required_capabilities: capabilities },
    });
  }
}
