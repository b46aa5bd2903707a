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
      ['openai-compatible', 'openai-compatible'],
      ['OpenAI compat', 'openai-compatible'],
      ['azure-openai', 'azure'],
      ['Azure OpenAI', 'azure'],
      ['openrouter', 'openrouter'],
      ['bedrock', 'bedrock'],
      ['vercel', 'vercel'],
      ['anthropic', 'anthropic'],
      ['google', 'google'],
      ['Gemini API', 'google'],
      ['Vertex AI', 'google'],
      ['openai', 'openai'],
    ] as const;
    for (const [text, provider] of named) {
      expect(classifyLLM(new Error(`${text} failed`)).provider).toBe(provider);
      expect(classifyLLM(new Error(`x${text}x failed`)).provider).toBeUndefined();
    }
    expect(new Set(named.map(([, provider]) => provider)).size).toBe(providers.length);
  });

  it.each([
    ['anthropic-organization-id', 'anthropic'],
    ['anthropic-workspace-id', 'anthropic'],
    ['anthropic-ratelimit-requests-limit', 'anthropic'],
    ['apim-request-id', 'azure'],
    ['x-ms-region', 'azure'],
    ['azureml-model-session', 'azure'],
    ['x-amzn-bedrock-invocation-latency', 'bedrock'],
    ['x-litellm-version', 'openai-compatible'],
    ['x-groq-region', 'openai-compatible'],
    ['openai-version', 'openai'],
    ['openai-organization', 'openai'],
    ['openai-processing-ms', 'openai'],
  ])('is told by the header %s: %s', (header, provider) => {
    expect(classifyLLM({ headers: { [header]: '1' } }).provider).toBe(provider);
    expect(classifyLLM({ response: { headers: new Headers({ [header]: '1' }) } }).provider).toBe(provider);
  });

  it.each([
    ['AnthropicError', 'anthropic'],
    ['GoogleGenerativeAIError', 'google'],
    ['GoogleGenerativeAIFetchError', 'google'],
    ['OpenAIError', 'openai'],
    ['OpenRouterError', 'openrouter'],
    ['GatewayError', 'vercel'],
    ['GatewayAuthenticationError', 'vercel'],
  ])('is told by the class %s, also when that is further up: %s', (name, provider) => {
    const base = class extends Error {};
    Object.defineProperty(base, 'name', { value: name });
    expect(classifyLLM(new base()).provider).toBe(provider);
    expect(classifyLLM(new (class Refused extends base {})()).provider).toBe(provider);
    expect(classifyLLM({ name }).provider).toBe(provider);
    expect(classifyLLM({ name: `My${name}` }).provider).toBeUndefined();
    expect(classifyLLM({ name: `${name}s` }).provider).toBeUndefined();
  });

  it.each([
    ['api.anthropic.com', 'anthropic'],
    ['my.openai.azure.com', 'azure'],
    ['my.cognitiveservices.azure.com', 'azure'],
    ['my.services.ai.azure.com', 'azure'],
    ['bedrock.eu-west-1.amazonaws.com', 'bedrock'],
    ['bedrock-runtime.us-east-1.amazonaws.com', 'bedrock'],
    ['generativelanguage.googleapis.com', 'google'],
    ['aiplatform.googleapis.com', 'google'],
    ['europe-west1-aiplatform.googleapis.com', 'google'],
    ['api.openai.com', 'openai'],
    ['eu.api.openai.com', 'openai'],
    ['openrouter.ai', 'openrouter'],
    ['ai-gateway.vercel.sh', 'vercel'],
    ['api.groq.com', 'openai-compatible'],
    ['api.deepseek.com', 'openai-compatible'],
    ['api.x.ai', 'openai-compatible'],
    ['api.together.xyz', 'openai-compatible'],
    ['api.fireworks.ai', 'openai-compatible'],
    ['api.cerebras.ai', 'openai-compatible'],
  ])('is told by the host %s and by none that resembles it: %s', (host, provider) => {
    const ofHost = (name: string): string | undefined => classifyLLM({ url: `https://${name}/v1` }).provider;
    expect(ofHost(host)).toBe(provider);
    expect(ofHost(`a.${host}`)).toBe(provider);
    expect(ofHost(`${host}.evil.test`)).toBeUndefined();
    expect(ofHost(host.replaceAll('.', 'x'))).toBeUndefined();
  });
});
