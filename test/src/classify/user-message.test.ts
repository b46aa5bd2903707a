import { errorKinds } from '@octollm/errors/catalog';
import { withClassification } from '@octollm/errors/classify';
import { classifyLLM, userMessage } from '@octollm/errors/classify/llm';
import { describe, expect, it } from 'vitest';

type Known = Parameters<typeof withClassification>[1];
const classificationOf = (known: Known): ReturnType<typeof classifyLLM> =>
  classifyLLM(withClassification(new Error('secret text of the server'), known));

describe('userMessage', () => {
  it('names the provider and says whether to come back', () => {
    const overloaded = classificationOf({ kind: 'overloaded', provider: 'anthropic' });
    expect(userMessage(overloaded)).toBe('Anthropic is overloaded. Try again later.');
    expect(userMessage(overloaded, { phase: 'retrying' })).toBe('Anthropic is overloaded. Trying again.');
    const spent = classificationOf({ kind: 'usage_limit', provider: 'openai' });
    expect(userMessage(spent)).toBe('The quota at OpenAI is used up. Check the plan and the billing.');
  });

  it('does without a provider, and takes one that it does not know', () => {
    expect(userMessage(classificationOf({ kind: 'timeout' }))).toBe(
      'The service took too long to answer. Try again later.',
    );
    expect(userMessage(classificationOf({ kind: 'unauthenticated', provider: 'acme' }))).toBe(
      'Acme rejected the credentials. Check the API key.',
    );
  });

  it.each([
    ['anthropic', 'Anthropic'],
    ['azure', 'Azure OpenAI'],
    ['bedrock', 'AWS Bedrock'],
    ['google', 'Google'],
    ['openai', 'OpenAI'],
    ['openai-compatible', 'The OpenAI-compatible service'],
    ['openrouter', 'OpenRouter'],
    ['vercel', 'Vercel AI Gateway'],
    ['', 'The service'],
    ['$& co', '$& co'],
  ])('calls %s by its name: %s', (provider, name) => {
    const internal = { ...classificationOf({ kind: 'internal', provider }), provider };
    expect(userMessage(internal)).toBe(`${name} had an internal error.`);
  });

  it('speaks the language that it is given', () => {
    const limited = classificationOf({ kind: 'rate_limit', provider: 'google' });
    const messages = { rate_limit: '{provider} begrenzt die Anfragen.' };
    expect(userMessage(limited, { messages })).toBe('Google begrenzt die Anfragen.');
    const other = classificationOf({ kind: 'conflict' });
    expect(userMessage(other, { messages })).toBe('The request collided with another one.');
  });

  it.each(errorKinds)('has whole sentences for %s that show nothing of the server', (kind) => {
    const message = userMessage(classificationOf({ kind, provider: 'toString', status: 503, detail: 'secret' }));
    expect(message).toMatch(/^[A-Z].*\.$/);
    expect(message).not.toMatch(/secret|503|\{|function/);
  });
});
