import { describe, expect, it } from 'vitest';
import { OpenAIModel } from '../src/llm/client.js';
import { ToolBox } from '../src/llm/tools.js';
import { TriageAgent } from '../src/llm/triage.js';
import { completion, fakeServer, lowRisk, order, testConfig, type Received, type Reply } from './support.js';

async function modelOver(answer: (request: Received, index: number) => Reply) {
  const server = await fakeServer(answer);
  return { server, model: new OpenAIModel(testConfig({ openaiBaseUrl: `${server.url}/v1` })) };
}

const hello = [{ role: 'user' as const, content: 'hello' }];

describe('OpenAIModel', () => {
  it('sends the messages and gives back the content', async () => {
    const { server, model } = await modelOver(() => completion('hi'));
    expect(await model.complete(hello)).toBe('hi');
    expect(server.requests[0]).toMatchObject({
      path: '/v1/chat/completions',
      body: { model: 'test', messages: hello },
    });
  });

  it('refuses a prompt that is too long, before any call', async () => {
    const { server, model } = await modelOver(() => completion('hi'));
    await expect(model.complete([{ role: 'user', content: 'x'.repeat(40_001) }])).rejects.toThrow(/context length/);
    expect(server.requests).toHaveLength(0);
  });

  it('says that the key is wrong', async () => {
    const { model } = await modelOver(() => ({ status: 401, body: { error: { message: 'Incorrect API key' } } }));
    await expect(model.complete(hello)).rejects.toThrow(/API key/);
  });

  it('says that the model is busy', async () => {
    const { model } = await modelOver(() => ({
      status: 429,
      headers: { 'x-should-retry': 'false' },
      body: { error: { message: 'Too many requests' } },
    }));
    await expect(model.complete(hello)).rejects.toThrow(/rate limit/i);
  });

  it('passes on what the API says about a bad request', async () => {
    const { model } = await modelOver(() => ({ status: 400, body: { error: { message: 'unknown model' } } }));
    await expect(model.complete(hello)).rejects.toThrow(/OpenAI API error: .*unknown model/);
  });

  it('refuses a filtered completion', async () => {
    const { model } = await modelOver(() => completion('...', 'content_filter'));
    await expect(model.complete(hello)).rejects.toThrow(/content filter/);
  });
});

describe('TriageAgent', () => {
  it('reads the answer of the model', async () => {
    const { model } = await modelOver(() => lowRisk);
    const triage = await new TriageAgent(model, new ToolBox()).triage(order());
    expect(triage).toEqual({ priority: 'normal', risk: 0.1, reason: 'a regular customer' });
  });

  it('asks again when the answer is not JSON', async () => {
    const { server, model } = await modelOver((_, index) => (index === 0 ? completion('It looks fine.') : lowRisk));
    await expect(new TriageAgent(model, new ToolBox()).triage(order())).resolves.toMatchObject({ priority: 'normal' });
    expect(server.requests).toHaveLength(2);
  });

  it('gives up after three useless answers', async () => {
    const { server, model } = await modelOver(() => completion('{"priority":"urgent"}'));
    await expect(new TriageAgent(model, new ToolBox()).triage(order())).rejects.toThrow(/3 attempts/);
    expect(server.requests).toHaveLength(3);
  });

  it('lets the model look something up', async () => {
    const { server, model } = await modelOver((_, index) =>
      index === 0 ? completion('{"tool":"customer","input":{"id":"cus_1"}}') : lowRisk,
    );
    const tools = new ToolBox().register({
      name: 'customer',
      description: 'a customer',
      run: async (input) => ({ name: `Ada ${input.id}` }),
    });
    await new TriageAgent(model, tools).triage(order());
    expect(server.requests[1].body.messages.at(-1).content).toBe('{"name":"Ada cus_1"}');
  });

  it('tells the model that its tool does not exist', async () => {
    const { server, model } = await modelOver((_, index) => (index === 0 ? completion('{"tool":"refund"}') : lowRisk));
    await new TriageAgent(model, new ToolBox()).triage(order());
    expect(server.requests[1].body.messages.at(-1).content).toMatch(/refund not found/);
  });

  it('does not look things up forever', async () => {
    const { model } = await modelOver(() => completion('{"tool":"customer"}'));
    await expect(new TriageAgent(model, new ToolBox()).triage(order())).rejects.toThrow(/more than 4 steps/);
  });

  it('stops when it is cancelled', async () => {
    const { server, model } = await modelOver(() => lowRisk);
    await expect(new TriageAgent(model, new ToolBox()).triage(order(), AbortSignal.abort())).rejects.toThrow(
      /cancelled/,
    );
    expect(server.requests).toHaveLength(0);
  });
});

describe('ToolBox', () => {
  it('wraps what a tool throws', async () => {
    const tools = new ToolBox().register({
      name: 'boom',
      description: 'fails',
      run: () => Promise.reject(new Error('no luck')),
    });
    await expect(tools.call('boom', {})).rejects.toThrow(/boom failed: no luck/);
  });

  it('refuses output that is not JSON', async () => {
    const tools = new ToolBox().register({ name: 'big', description: 'bigint', run: async () => ({ n: 1n }) });
    await expect(tools.call('big', {})).rejects.toThrow(/cannot be serialized/);
  });
});
