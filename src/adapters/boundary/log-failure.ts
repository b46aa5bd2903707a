import type { Logger } from '../../observe/logger.ts';
import { recordError } from '../../observe/record-error.ts';
import type { FailedRequest } from './boundary-options.ts';

/**
 * Logs a failure that is ours, with a status from 500 up, unless some layer already did: what adapters do without
 * `onError`, so that no masked error vanishes without a trace.
 */
export function logFailure(logger: Logger, error: unknown, { status, instance, traceId }: FailedRequest): void {
  if (status < 500) return;
  recordError(logger, error, 'request.failed', {
    status,
    instance,
    ...(traceId !== undefined && { trace_id: traceId }),
  });
}
