import { TimeoutError as OctoLLMTimeoutError } from '@octollm/errors';

/** Nobody answered in time. */
export class TimeoutError extends OctoLLMTimeoutError {
  constructor(message: string) {
    super(message);
  }
}
