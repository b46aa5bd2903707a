import { withClassification } from '../classify/by-mark.ts';
import { ThirdPartyAPIError } from '../errors/third-party-api-error.ts';
import { toGatewayStatus } from '../http/gateway-status.ts';
import { redactText } from '../serialize/redact.ts';
import type { FailedAnswer } from './failed-answer.ts';

const longestExcerpt = 500;

/**
 * Converts a failed answer to an error of the hierarchy. Its status is one of ours (502, 503 or 504): an upstream that
 * refuses our request has not refused our client's. What the answer said stands in `context`, for logs, and what it means
 * in the classification that the error is marked with.
 */
export function toAnswerError({ method, url, host, status, body, classification }: FailedAnswer): ThirdPartyAPIError {
  const { kind, retryable, retryAfterMs } = classification;
  const error = new ThirdPartyAPIError(`${method} ${url} answered ${status}`, {
    kind,
    retryable,
    retryAfterMs,
    status: toGatewayStatus(status),
    details: { service: host, status_code: status },
    context: { method, url, body: redactText(body).slice(0, longestExcerpt) },
  });
  return withClassification(error, classification);
}
