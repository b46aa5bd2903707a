import type { Provider } from '../provider.ts';

/** Describes Azure OpenAI, whose numeric codes are statuses as text. */
export const azure: Provider = {
  name: 'azure',
  host: /(^|\.)(openai\.azure\.com|cognitiveservices\.azure\.com|services\.ai\.azure\.com)$/,
  headers: ['apim-request-id', 'x-ms-region', 'azureml-model-session'],
  text: /\bazure[ -]openai\b/,
  codes: {
    DeploymentNotFound: 'config',
    InvalidApiVersion: 'config',
    OperationNotSupported: 'config',
    Unauthorized: 'unauthenticated',
    PermissionDenied: 'permission_denied',
    ResponsibleAIPolicyViolation: 'content_filter',
    responsible_ai_policy_violation: 'content_filter',
    RateLimitReached: 'rate_limit',
    TooManyRequests: 'rate_limit',
    EngineOverloaded: 'overloaded',
    ServiceUnavailable: 'unavailable',
    InternalServerError: { kind: 'internal', retryable: true },
  },
  words: [['content_filter', /\bcontent management policy\b/]],
};
