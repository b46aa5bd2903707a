import { fromStatus } from '../classify/by-status.ts';
import { ThirdPartyAPIError } from '../errors/third-party-api-error.ts';
import { toGatewayStatus } from '../http/gateway-status.ts';
import { parseRetryAfter } from '../http/parse-retry-after.ts';
import { redactText } from '../serialize/redact.ts';
import type { FailedAnswer } from './failed-answer.ts';

const longestExcerpt = 500;

/**
 * Converts a failed answer to an error of the hierarchy. Its status is one of ours (502, 503 or 504): an upstream that
 * refuses our request has not refused our client's. The answer itself stands in `context`, for logs.
 *
 * @param answer The status, the headers and the beginning of the body.
 * @param nowEpochMs The time, for a `Retry-After` that is a date; in milliseconds since 1970.
 */
export function toAnswerError(answer: FailedAnswer, nowEpochMs: number): ThirdPartyAPIError {
  const { method, url, host, status, headers, body } = answer;
  return new ThirdPartyAPIError(`${method} ${url} answered ${status}`, {
    kind: fromStatus(status, 'status').kind,
    status: toGatewayStatus(status),
    details: { service: host, status_code: status },
    context: {
      method,
      url,
      body: redactText([...body.slice(0, longestExcerpt * 2)].slice(0, longestExcerpt).join('')),
    },
    retryAfterMs: parseRetryAfter(headers, { nowEpochMs })?.ms,
  });
}
