import { classifyLLM, providers } from '@octollm/errors/classify/llm';
import { describe, expect, it } from 'vitest';

import { documentedCodes, passingKinds } from './documented-codes.ts';

const codes = documentedCodes.flatMap(([kind, names]) => names.split(' ').map((code) => [code, kind] as const));

/** What the providers say where no code stands for it, each as the body of a 400. */
const examples: readonly (readonly [text: string, kind: string])[] = [
  ['No tool output found for function call call_1.', 'failed_precondition'],
  ["Item 'ws_1' was provided without its required 'reasoning' item: 'rs_1'.", 'failed_precondition'],
  ['Please reduce the length of the messages or completion.', 'context_overflow'],
  ['Your input exceeds the context window of this model.', 'context_overflow'],
  ['Incorrect API key provided: sk-****.', 'unauthenticated'],
  ["The response was filtered due to Azure's content management policy.", 'content_filter'],
  ['Your credit balance is too low to access the API.', 'usage_limit'],
  ['prompt is too long: 210000 tokens > 200000 maximum', 'context_overflow'],
  ['input length and `max_tokens` exceed context limit: 199000 + 21333 > 200000', 'context_overflow'],
  ['model: claude-unknown', 'config'],
  ['API key expired. Please renew the API key.', 'unauthenticated'],
  ['The input token count (1048577) exceeds the maximum number of tokens allowed (1048576).', 'context_overflow'],
  ['Input is too long for requested model.', 'context_overflow'],
  ["Invocation with on-demand throughput isn't supported.", 'config'],
  ['Insufficient credits. Add more using the settings page.', 'usage_limit'],
  ['Your chosen model requires moderation and your input was flagged.', 'content_filter'],
  ['foo/bar is not a valid model ID', 'config'],
  ['No endpoints found that support tool use.', 'config'],
  ['the request exceeds the available context size', 'context_overflow'],
];

/** What only passes, so it counts without a status. */
const passing: readonly (readonly [text: string, kind: string])[] = [
  ['Previous response with id resp_1 not found.', 'failed_precondition'],
  ['openai responses stream closed before terminal event: EOF', 'transport'],
  ['anthropic stream closed before message_stop: EOF', 'transport'],
  ['The model is overloaded. Please try again later.', 'overloaded'],
];

describe('every code', () => {
  it('stands in one table, and is documented here', () => {
    const names = providers.flatMap((provider) => Object.keys(provider.codes));
    expect(names.toSorted()).toEqual(codes.map(([code]) => code).toSorted());
  });

  it.each(codes)('%s: %s', (code, kind) => {
    const classification = classifyLLM({ type: 'error', error: { code, message: 'It failed' } });
    const retryable = passingKinds.includes(kind) || code === 'previous_response_not_found';
    const sent = kind === 'rate_limit' || kind === 'overloaded' ? 'no' : 'yes';
    expect(classification).toMatchObject({ kind, retryable, sent, code, confidence: 'structured' });
    expect(classification.detail).toBe('It failed');
  });
});

describe('every wording', () => {
  it.each(examples)('%s', (message, kind) => {
    const refused = Object.assign(new Error('refused'), { status: 400, error: { message } });
    expect(classifyLLM(refused)).toMatchObject({ kind, retryable: false, status: 400 });
  });

  it.each(passing)('%s', (message, kind) => {
    expect(classifyLLM(new Error(message))).toMatchObject({ kind, retryable: true, confidence: 'text' });
  });

  it('has an example here', () => {
    const texts = [...examples, ...passing].map(([text]) => text.toLowerCase());
    const patterns = providers.flatMap(({ words }) => words.map(([, pattern]) => pattern));
    expect(patterns.filter((pattern) => !texts.some((text) => pattern.test(text)))).toEqual([]);
  });
});

describe('every provider', () => {
  it('is told by a text that names it, and by nothing that only contains its name', () => {
    const named = [
      'openai-compatible',
      'azure-openai',
      'openrouter',
      'bedrock',
      'vercel',
      'anthropic',
      'google',
      'openai',
    ];
    expect(named.map((text) => classifyLLM(new Error(`${text} failed`)).provider)).toEqual(
      providers.map(({ name }) => name),
    );
    for (const text of named) expect(classifyLLM(new Error(`x${text}x failed`)).provider).toBeUndefined();
  });
});
