import type { Provider } from '../provider.ts';

/** Describes the Vercel AI Gateway. */
export const vercel: Provider = {
  name: 'vercel',
  host: /(^|\.)ai-gateway\.vercel\.sh$/,
  className: /^Gateway\w*Error$/,
  text: /\bvercel\b/,
  codes: {
    FUNCTION_INVOCATION_TIMEOUT: 'timeout',
    customer_verification_required: 'usage_limit',
    no_providers_available: 'unavailable',
  },
  words: [],
};
