import { describeErrorClass } from './describe-error-class.ts';
import { OctoLLMError } from './octollm-error.ts';

/** Holds what a client may learn from `ResourceError`. */
export type ResourceDetails = {
  /** The name of the resource. */
  readonly resource?: string;
};

/** Reports a resource that is unavailable or exhausted. */
export class ResourceError<Details extends ResourceDetails = ResourceDetails> extends OctoLLMError<Details> {
  declare readonly details: ResourceDetails;

  static {
    describeErrorClass(this, {
      name: 'ResourceError',
      code: 'RESOURCE_ERROR',
      kind: 'unavailable',
      status: 503,
      severity: 'warning',
      title: 'A resource is unavailable',
    });
  }
}
