import type { Classification } from './classification.ts';

/** Tells whether another attempt follows, or whether this was the last one. */
export type Phase = 'retrying' | 'final';

/** Holds a sentence per kind; `{provider}` stands for who answered. */
export type UserMessages = Partial<Readonly<Record<Classification['kind'], string>>>;

/** Says how to word a failure. */
export interface UserMessageOptions {
  /** Whether another attempt follows; `final` by default: none does. */
  readonly phase?: Phase;
  /** Sentences that replace the English ones, for another language or another tone. */
  readonly messages?: UserMessages;
}

const english: Readonly<Record<Classification['kind'], string>> = {
  canceled: 'The request was cancelled before it completed.',
  deadline_exceeded: 'The request took longer than it may.',
  timeout: '{provider} took too long to answer.',
  transport: 'The connection to {provider} failed.',
  unavailable: '{provider} is temporarily unavailable.',
  overloaded: '{provider} is overloaded.',
  rate_limit: '{provider} limits the number of requests.',
  usage_limit: 'The quota at {provider} is used up. Check the plan and the billing.',
  unauthenticated: '{provider} rejected the credentials. Check the API key.',
  permission_denied: '{provider} does not allow this. Check the permissions of the API key.',
  invalid_argument: '{provider} rejected the request.',
  not_found: '{provider} does not know what was asked for.',
  conflict: 'The request collided with another one.',
  failed_precondition: '{provider} no longer has what the request refers to.',
  context_overflow: 'The conversation is too long for the model.',
  content_filter: '{provider} blocked the content.',
  config: '{provider} rejected the model or the configuration. Check the settings.',
  provider_disabled: '{provider} is switched off by an administrator.',
  invalid_response: '{provider} gave an answer that cannot be used.',
  data_loss: 'Data was lost.',
  unimplemented: '{provider} does not support this.',
  internal: '{provider} had an internal error.',
  unknown: 'The request failed unexpectedly.',
};

const providerNames: ReadonlyMap<string, string> = new Map([
  ['anthropic', 'Anthropic'],
  ['azure', 'Azure OpenAI'],
  ['bedrock', 'AWS Bedrock'],
  ['google', 'Google'],
  ['openai', 'OpenAI'],
  ['openai-compatible', 'the OpenAI-compatible service'],
  ['openrouter', 'OpenRouter'],
  ['vercel', 'Vercel AI Gateway'],
]);

/**
 * Returns a sentence for the people who wait for the answer: it follows from the kind and the provider alone, so it never
 * shows what the server said, nor a status.
 *
 * @param classification What the failure means.
 * @param options Whether another attempt follows, and sentences of your own.
 */
export function userMessage(classification: Classification, options: UserMessageOptions = {}): string {
  const { kind, provider, retryable } = classification;
  const template = options.messages?.[kind] ?? english[kind];
  const name = providerNames.get(provider ?? '') ?? (provider || 'the service');
  // A function, because a plain replacement would read a dollar sign in the name.
  const sentence = capitalize(template.replace('{provider}', () => name));
  if (options.phase === 'retrying') return `${sentence} Trying again.`;
  return retryable && !options.messages?.[kind] ? `${sentence} Try again later.` : sentence;
}

function capitalize(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
