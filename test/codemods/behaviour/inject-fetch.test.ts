import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CircuitOpenError, TimeoutError } from '@octollm/errors/errors';
import * as retrying from '@octollm/errors/retry';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadGuarded } from '../support/load-guarded.ts';

const source = `
export const read = (url: string, signal?: AbortSignal): Promise<Response> => fetch(url, { signal });
export const create = (url: string): Promise<Response> => fetch(url, { method: 'POST', body: '{}' });
`;

interface Service {
  readonly read: (url: string, signal?: AbortSignal) => Promise<Response>;
  readonly create: (url: string) => Promise<Response>;
}

const load = loadGuarded<Service>(source);

interface Scripted {
  readonly url: string;
  /** The methods of the requests so far. */
  readonly requests: readonly string[];
}

/** A server that answers its requests one after the other as the script says; the last line of it repeats. */
async function serve(...script: readonly RequestListener[]): Promise<Scripted> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.method ?? '');
    script[Math.min(requests.length, script.length) - 1]?.(request, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests };
}

const answer =
  (status: number, text = ''): RequestListener =>
  (_, response) =>
    void response.writeHead(status).end(text);
const breakOff: RequestListener = (request) => void request.socket.destroy();
const hang: RequestListener = () => undefined;

describe('nothing changes', () => {
  it.each([200, 204, 404, 429, 503])('an answer %i is handed over as it is', async (status) => {
    const { before, after } = load();
    for (const service of [before, after]) {
      const { url, requests } = await serve(answer(status));
      for (const send of [service.read, service.create]) expect((await send(url)).status).toBe(status);
      expect(requests).toEqual(['GET', 'POST']);
    }
  });

  it('an abort of the caller ends the call with its reason', async () => {
    const { before, after } = load();
    for (const { read } of [before, after]) {
      const { url } = await serve(hang);
      const reason = new Error('the user went away');
      const controller = new AbortController();
      const call = read(url, controller.signal);
      controller.abort(reason);
      await expect(call).rejects.toBe(reason);
    }
  });

  it('a body that takes longer than an attempt may is read to its end', async () => {
    const { after } = load(100);
    const { url } = await serve((_, response) => {
      response.writeHead(200);
      response.write('slow ');
      setTimeout(() => response.end('but whole'), 200);
    });
    await expect((await after.read(url)).text()).resolves.toBe('slow but whole');
  });
});

describe('faults', () => {
  it('a read whose connection breaks is made again', async () => {
    const { before, after } = load();
    const first = await serve(breakOff, answer(200, 'here'));
    await expect(before.read(first.url)).rejects.toThrow('fetch failed');
    const second = await serve(breakOff, breakOff, answer(200, 'here'));
    await expect((await after.read(second.url)).text()).resolves.toBe('here');
    expect(second.requests).toHaveLength(3);
  });

  it('a write whose connection breaks may have arrived, and is not made again', async () => {
    const { before, after } = load();
    for (const { create } of [before, after]) {
      const { url, requests } = await serve(breakOff);
      await expect(create(url)).rejects.toThrow('fetch failed');
      expect(requests).toEqual(['POST']);
    }
  });

  it('a write that was certainly not sent is made again', async () => {
    const { before, after } = load();
    const refused = await findClosedPort();
    const plain = await before.create(refused).catch(keep);
    const last = await after.create(refused).catch(keep);
    expect(plain).toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNREFUSED' } });
    expect(last).toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNREFUSED' } });
    expect(retrying.getAttempts(last)).toHaveLength(3);
  });

  it('nobody waits for ever', async () => {
    const { after } = load(50);
    const { url, requests } = await serve(hang);
    await expect(after.create(url)).rejects.toBeInstanceOf(TimeoutError);
    expect(requests).toEqual(['POST']);
  });

  it('a service that fails again and again is left in peace', async () => {
    const { after } = load();
    const { url, requests } = await serve(breakOff);
    for (let call = 1; call <= 5; call++) await expect(after.create(url)).rejects.toThrow('fetch failed');
    await expect(after.create(url)).rejects.toBeInstanceOf(CircuitOpenError);
    await expect(after.read(url)).rejects.toBeInstanceOf(CircuitOpenError);
    expect(requests).toHaveLength(5);
  });
});

/** A port that nobody listens on any more. */
async function findClosedPort(): Promise<string> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return `http://127.0.0.1:${port}/`;
}

function keep(error: unknown): unknown {
  return error;
}
