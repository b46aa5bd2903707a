import Anthropic from '@anthropic-ai/sdk';
import { createGateway, generateText } from 'ai';
import axios from 'axios';
import OpenAI from 'openai';
import { Agent, interceptors, request } from 'undici';

/** One call of a client against a server, which the signal can abort and which has this many milliseconds. */
export type Call = (url: string, options?: { signal?: AbortSignal; timeoutMs?: number }) => Promise<unknown>;

const messages = [{ role: 'user' as const, content: 'Hello' }];

export const callOpenAI: Call = (url, { signal, timeoutMs = 5_000 } = {}) =>
  new OpenAI({ baseURL: url, apiKey: 'sk-test', maxRetries: 0, timeout: timeoutMs }).chat.completions.create(
    { model: 'gpt-4o', messages },
    { signal: signal ?? null },
  );

export const streamOpenAI: Call = async (url) => {
  const client = new OpenAI({ baseURL: url, apiKey: 'sk-test', maxRetries: 0 });
  const events = await client.chat.completions.create({ model: 'gpt-4o', messages, stream: true });
  for await (const event of events) void event;
};

export const callAnthropic: Call = (url, { signal, timeoutMs = 5_000 } = {}) =>
  new Anthropic({ baseURL: url, apiKey: 'sk-ant-test', maxRetries: 0, timeout: timeoutMs }).messages.create(
    { model: 'claude-test', max_tokens: 16, messages },
    { signal: signal ?? null },
  );

export const streamAnthropic: Call = async (url) => {
  const client = new Anthropic({ baseURL: url, apiKey: 'sk-ant-test', maxRetries: 0 });
  const events = await client.messages.create({ model: 'claude-test', max_tokens: 16, messages, stream: true });
  for await (const event of events) void event;
};

export const callAI: Call = (url, { signal, timeoutMs = 5_000 } = {}) =>
  generateText({
    model: createGateway({ baseURL: url, apiKey: 'test' })('openai/gpt-4o'),
    prompt: 'Hello',
    maxRetries: 0,
    abortSignal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
  });

export const callAxios: Call = (url, { signal, timeoutMs = 5_000 } = {}) =>
  axios.post(url, { messages }, { timeout: timeoutMs, ...(signal && { signal }) });

export const callFetch: Call = async (url, { signal, timeoutMs = 5_000 } = {}) => {
  const signals = [AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])];
  const response = await fetch(url, { method: 'POST', signal: AbortSignal.any(signals) });
  return response.json();
};

/** Makes an error of a failing status, which undici alone does not. */
const dispatcher = new Agent().compose(interceptors.responseError());

export const callUndici: Call = async (url, { signal, timeoutMs = 5_000 } = {}) => {
  const { body } = await request(url, {
    method: 'POST',
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    dispatcher,
    signal,
  });
  return body.json();
};
