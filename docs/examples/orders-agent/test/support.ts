import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Config } from '../src/config.js';
import { logger } from '../src/logger.js';
import type { Customer, Order } from '../src/types.js';

logger.level = 'silent';

export interface Received {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: any;
}

export interface Reply {
  status?: number;
  body?: unknown;
  /** Sent as it is, instead of `body` as JSON. */
  text?: string;
  headers?: Record<string, string>;
  /** Never answers. */
  hang?: boolean;
}

export interface FakeServer {
  url: string;
  requests: Received[];
  close(): Promise<void>;
}

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export function cleanUp(work: () => unknown): void {
  cleanups.push(work);
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

/** A real server on this machine that answers what the test wants. */
export async function fakeServer(answer: (request: Received, index: number) => Reply): Promise<FakeServer> {
  const requests: Received[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const received: Received = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
    requests.push(received);
    const reply = answer(received, requests.length - 1);
    if (reply.hang) return;
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.text ?? JSON.stringify(reply.body ?? {}));
  });
  const url = await listen(server);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  cleanUp(close);
  return { url, requests, close };
}

/** An address where nobody listens. */
export async function deadUrl(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return url;
}

export function completion(content: string, finish = 'stop'): Reply {
  return {
    body: {
      id: 'cmpl_1',
      object: 'chat.completion',
      created: 0,
      model: 'test',
      choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }],
    },
  };
}

export const lowRisk = completion('{"priority":"normal","risk":0.1,"reason":"a regular customer"}');

export function paymentReply(request: Received): Reply {
  if (request.path.startsWith('/v1/rates')) return { body: { EUR: 0.5 } };
  if (request.path.endsWith('/refunds')) return { status: 201, body: { id: 're_1' } };
  return {
    status: 201,
    body: { id: 'ch_1', status: 'succeeded', amount: request.body.amount, currency: request.body.currency },
  };
}

export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'orders-agent-'));
  cleanUp(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

export function testConfig(changes: Partial<Config> = {}): Config {
  return {
    environment: 'test',
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    databaseUrl: 'memory:',
    openaiApiKey: 'sk-test',
    openaiBaseUrl: 'http://127.0.0.1:9/v1',
    openaiModel: 'test',
    paymentsUrl: 'http://127.0.0.1:9',
    paymentsSecret: 'pay-secret',
    webhookSecret: 'hook-secret',
    authSecret: 'auth-secret-of-the-tests',
    dataDir: '/nonexistent',
    requestTimeoutMs: 2000,
    requestsPerMinute: 100,
    queueCapacity: 10,
    ...changes,
  };
}

export function customer(changes: Partial<Customer> = {}): Customer {
  return {
    id: 'cus_1',
    email: 'ada@example.com',
    name: 'Ada',
    role: 'customer',
    dailyLimit: 100_000,
    cardToken: 'tok_visa',
    version: 1,
    ...changes,
  };
}

export function order(changes: Partial<Order> = {}): Order {
  return {
    id: 'ord_1',
    customerId: 'cus_1',
    lines: [{ sku: 'tea', quantity: 2, unitPrice: 450 }],
    total: 900,
    currency: 'EUR',
    status: 'received',
    createdAt: '2026-11-01T10:00:00.000Z',
    version: 1,
    ...changes,
  };
}

export const orderInput = { lines: [{ sku: 'tea', quantity: 2, unitPrice: 450 }], currency: 'EUR' };
