import type { ErrorKind } from '../catalog/catalog-entry.ts';
import type { Classification } from '../classify/classification.ts';
import type { CallOutcome } from './breaker-state.ts';

/** The kinds that are about this request or its sender: other requests to the same service may well succeed. */
const requestKinds: readonly ErrorKind[] = [
  'canceled',
  'unauthenticated',
  'permission_denied',
  'invalid_argument',
  'not_found',
  'conflict',
  'failed_precondition',
  'context_overflow',
  'content_filter',
  'config',
  'unimplemented',
];

/**
 * Returns what a failure says about the service: what is about the request alone is ignored, and so is a rate limit that
 * says how long to wait.
 *
 * @param classification What was thrown.
 */
export function judgeOutcome({ kind, retryAfterMs = 0 }: Pick<Classification, 'kind' | 'retryAfterMs'>): CallOutcome {
  return requestKinds.includes(kind) || (kind === 'rate_limit' && retryAfterMs > 0) ? 'ignored' : 'failure';
}
