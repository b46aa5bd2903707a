import type { Provider } from '../provider.ts';

/** Describes Amazon Bedrock, whose codes are the names of the exceptions of its client. */
export const bedrock: Provider = {
  name: 'bedrock',
  host: /(^|\.)bedrock[\w-]*\.[\w-]+\.amazonaws\.com$/,
  headers: ['x-amzn-bedrock-invocation-latency'],
  text: /\bbedrock\b/,
  codes: {
    ThrottlingException: 'rate_limit',
    TooManyRequestsException: 'rate_limit',
    ServiceQuotaExceededException: 'usage_limit',
    ModelNotReadyException: 'unavailable',
    ServiceUnavailableException: 'unavailable',
    ModelTimeoutException: 'timeout',
    ModelStreamErrorException: { kind: 'internal', retryable: true },
    InternalServerException: { kind: 'internal', retryable: true },
    AccessDeniedException: 'permission_denied',
    UnrecognizedClientException: 'unauthenticated',
    ExpiredTokenException: 'unauthenticated',
    InvalidSignatureException: 'unauthenticated',
    ResourceNotFoundException: 'config',
  },
  words: [
    ['context_overflow', /\b(input is too long for requested model|too many input tokens)\b/],
    ['config', /\bon-demand throughput isn.t supported\b/],
  ],
};
