import type { Provider } from '../provider.ts';

/** Describes Google's Gemini API and Vertex AI: the statuses of gRPC, and reasons in the details. */
export const google: Provider = {
  name: 'google',
  host: /(^|\.)(generativelanguage|[\w-]*aiplatform)\.googleapis\.com$/,
  className: /^GoogleGenerativeAI\w*Error$/,
  text: /\b(google|gemini api|vertex ai)\b/,
  codes: {
    API_KEY_INVALID: 'unauthenticated',
    UNAUTHENTICATED: 'unauthenticated',
    SERVICE_DISABLED: 'config',
    BILLING_DISABLED: 'usage_limit',
    PERMISSION_DENIED: 'permission_denied',
    RESOURCE_EXHAUSTED: 'rate_limit',
    RATE_LIMIT_EXCEEDED: 'rate_limit',
    DEADLINE_EXCEEDED: 'timeout',
    UNAVAILABLE: 'unavailable',
    INTERNAL: { kind: 'internal', retryable: true },
    UNIMPLEMENTED: 'unimplemented',
    FAILED_PRECONDITION: 'failed_precondition',
    SAFETY: 'content_filter',
    PROHIBITED_CONTENT: 'content_filter',
    BLOCKLIST: 'content_filter',
    CANCELLED: { kind: 'transport', rule: 'CANCELLED by the provider' },
  },
  words: [
    ['unauthenticated', /\bapi key (not valid|expired)\b/],
    ['context_overflow', /\binput token count\b.*\bexceeds\b/],
    ['overloaded', /\bmodel is overloaded\b/],
  ],
};
