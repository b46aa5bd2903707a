import type { Provider } from '../provider.ts';

/** Describes OpenRouter, whose codes are HTTP statuses, also inside a stream. */
export const openrouter: Provider = {
  name: 'openrouter',
  host: /(^|\.)openrouter\.ai$/,
  className: /^OpenRouterError$/,
  text: /\bopenrouter\b/,
  codes: {},
  words: [
    ['usage_limit', /\b(insufficient credits|requires more credits|key limit exceeded)\b/],
    ['content_filter', /\binput was flagged\b/],
    ['config', /\b(not a valid model id|no endpoints found)\b/],
  ],
};
