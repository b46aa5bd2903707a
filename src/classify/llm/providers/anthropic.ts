import type { Provider } from '../provider.ts';

/** Describes Anthropic. */
export const anthropic: Provider = {
  name: 'anthropic',
  host: /(^|\.)api\.anthropic\.com$/,
  headers: ['anthropic-organization-id', 'anthropic-workspace-id', 'anthropic-ratelimit-requests-limit'],
  className: /^AnthropicError$/,
  text: /\banthropic\b/,
  codes: {
    overloaded_error: 'overloaded',
    rate_limit_error: 'rate_limit',
    authentication_error: 'unauthenticated',
    permission_error: 'permission_denied',
    billing_error: 'usage_limit',
    credit_balance_too_low: 'usage_limit',
    request_too_large: 'context_overflow',
    timeout_error: 'timeout',
    api_error: { kind: 'internal', retryable: true },
  },
  words: [
    ['transport', /\banthropic stream closed before message_stop\b/],
    ['usage_limit', /\bcredit balance is too low\b/],
    ['context_overflow', /\b(prompt is too long|exceed context limit)\b/],
    ['config', /^(\d+ )?model: \S+$/m],
  ],
};
