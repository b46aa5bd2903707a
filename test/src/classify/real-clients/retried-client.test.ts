import { classifyLLM } from '@octollm/errors/classify/llm';
import { createGateway, generateText } from 'ai';
import { expect, test } from 'vitest';
import { answer, catchFrom } from './fake-server.ts';

test('what the AI SDK throws after its own attempts is classified by the attempts', async () => {
  const body = { error: { message: 'Slow down', type: 'rate_limit_exceeded' } };
  const error = await catchFrom(answer(429, body, { 'retry-after-ms': '5' }), (url) =>
    generateText({
      model: createGateway({ baseURL: url, apiKey: 'test' })('openai/gpt-4o'),
      prompt: 'Hi',
      maxRetries: 1,
    }),
  );
  expect(error).toMatchObject({ name: 'AI_RetryError' });
  expect(classifyLLM(error)).toMatchObject({ kind: 'rate_limit', retryable: true, status: 429, provider: 'vercel' });
});
