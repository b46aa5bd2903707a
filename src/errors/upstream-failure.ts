import type { ErrorKind } from '../catalog/catalog-entry.ts';
import { toGatewayStatus } from '../http/gateway-status.ts';
import type { OctoLLMErrorOptions } from './octollm-error.ts';

/** Holds what an upstream service answered. */
export interface UpstreamFailure {
  /** The HTTP status of its answer; left out when there was none. */
  readonly statusCode?: number | undefined;
  readonly errorMessage?: string | undefined;
  /** How long it asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** The value that was caught, if any. */
  readonly cause?: unknown;
}

const kinds: Readonly<Record<number, ErrorKind>> = {
  401: 'unauthenticated',
  402: 'usage_limit',
  403: 'permission_denied',
  404: 'not_found',
  408: 'timeout',
  413: 'context_overflow',
  429: 'rate_limit',
  501: 'unimplemented',
  504: 'timeout',
  524: 'timeout',
  529: 'overloaded',
};

const retryableClientStatuses = [408, 425, 429];
const permanentServerStatuses = [501, 505, 511];

/** Converts what an upstream answered to the options of our own error: status, kind, retryable, waiting time, cause. */
export function describeUpstream(failure: UpstreamFailure): OctoLLMErrorOptions<never> {
  const { statusCode, retryAfterMs } = failure;
  return {
    ...('cause' in failure ? { cause: failure.cause } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(statusCode === undefined
      ? {}
      : {
          status: toGatewayStatus(statusCode),
          kind: kinds[statusCode] ?? (statusCode < 500 ? 'invalid_argument' : 'unavailable'),
          retryable:
            statusCode < 500
              ? retryableClientStatuses.includes(statusCode)
              : !permanentServerStatuses.includes(statusCode),
        }),
  };
}
