import type { Provider } from '../provider.ts';

/** Describes servers that speak OpenAI's protocol with codes of their own, such as vLLM, Ollama, LiteLLM and Groq. */
export const openaiCompatible: Provider = {
  name: 'openai-compatible',
  host: /(^|\.)api\.(groq\.com|deepseek\.com|x\.ai|together\.xyz|fireworks\.ai|cerebras\.ai)$/,
  headers: ['x-litellm-version', 'x-groq-region'],
  text: /\bopenai[ -]compat(ible)?\b/,
  codes: {
    overloaded: 'overloaded',
    capacity_exceeded: 'overloaded',
    AuthenticationError: 'unauthenticated',
    RateLimitError: 'rate_limit',
    context_window_exceeded: 'context_overflow',
    ContextWindowExceededError: 'context_overflow',
    ContentPolicyViolationError: 'content_filter',
    invalid_model: 'config',
    provider_disabled: 'provider_disabled',
  },
  words: [['context_overflow', /\b(context window|context length|context size)\b/]],
};
