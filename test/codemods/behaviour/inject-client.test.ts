import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as breaker from '@octollm/errors/breaker';
import { CircuitOpenError } from '@octollm/errors/errors';
import OpenAI from 'openai';
import { expect, it, onTestFinished } from 'vitest';
import { guardText, toCommonJs } from '../support/guard-text.ts';
import { runText } from '../support/run-text.ts';

const source = `
import OpenAI from 'openai';

export const connect = (baseURL: string): OpenAI => new OpenAI({ apiKey: 'none', baseURL });
`;

interface Service {
  readonly connect: (baseURL: string) => OpenAI;
}

function load(): { readonly before: Service; readonly after: Service } {
  const { main, newFiles } = guardText(source);
  const policies = runText(toCommonJs(newFiles['src/resilience.ts'] ?? ''), { '@octollm/errors/breaker': breaker });
  const run = (text: string): Service =>
    // The text above exports this.
    runText(toCommonJs(text), {
      './resilience': policies,
      openai: { default: OpenAI, __esModule: true },
    }) as unknown as Service;
  return { before: run(source), after: run(main) };
}

/** Answers every request with a status; `retry-after-ms` keeps the client from waiting. */
async function serve(status: number): Promise<{ readonly url: string; readonly count: () => number }> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests++;
    if (status === 0) request.socket.destroy();
    else
      response
        .writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1' })
        .end('{"object":"list","data":[]}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, count: () => requests };
}

it.each([200, 503])('the client sends as many requests as before: status %i', async (status) => {
  const { before, after } = load();
  const counts: number[] = [];
  for (const { connect } of [before, after]) {
    const { url, count } = await serve(status);
    const list = connect(url).models.list();
    if (status === 200) expect((await list).data).toEqual([]);
    else await expect(list).rejects.toMatchObject({ status });
    counts.push(count());
  }
  expect(counts).toEqual(status === 200 ? [1, 1] : [3, 3]);
});

it('it has a time limit that somebody would wait for', () => {
  const { before, after } = load();
  expect(before.connect('http://127.0.0.1:1/').timeout).toBe(600_000);
  expect(after.connect('http://127.0.0.1:1/').timeout).toBe(60_000);
});

it('a service that breaks off again and again is left in peace', async () => {
  const { after } = load();
  const { url, count } = await serve(0);
  const client = after.connect(url).withOptions({ maxRetries: 0 });
  for (let call = 1; call <= 5; call++) await expect(client.models.list()).rejects.toThrow('Connection error');
  await expect(client.models.list()).rejects.toMatchObject({ cause: expect.any(CircuitOpenError) });
  expect(count()).toBe(5);
});
