import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as errors from '@octollm/errors';
import * as expressAdapter from '@octollm/errors/express';
import * as fastifyAdapter from '@octollm/errors/fastify';
import * as koaAdapter from '@octollm/errors/koa';
import { afterEach, describe, expect, it } from 'vitest';
import { httpErrorsToOctollm } from '../../../codemods/http-errors-to-octollm.ts';
import { runCodemod } from '../support/run-codemod.ts';
import { runText } from '../support/run-text.ts';

/** What the routes of every service here throw, and how a client learns of it. */
const routes = [
  { path: '/name', thrown: `createError(400, 'The name is required')`, status: 400, text: 'The name is required' },
  { path: '/who', thrown: 'createError(401)', status: 401, text: 'Unauthorized' },
  { path: '/owner', thrown: `new createError.Forbidden('Only for owners')`, status: 403, text: 'Only for owners' },
  { path: '/order', thrown: 'createError(404, `No order ${7}`)', status: 404, text: 'No order 7' },
  { path: '/paid', thrown: `createError(422, 'Paid already', { expose: true })`, status: 422, text: 'Paid already' },
  {
    path: '/often',
    thrown: `createError(429, { headers: { 'Retry-After': 30 } })`,
    status: 429,
    text: 'Too Many Requests',
  },
  {
    path: '/disk',
    thrown: `createError(500, 'The disk of db-7 is full')`,
    status: 500,
    text: 'The disk of db-7 is full',
  },
  {
    path: '/shop',
    thrown: `createError(502, 'The shop answered nonsense')`,
    status: 502,
    text: 'The shop answered nonsense',
  },
  { path: '/closed', thrown: 'new createError.ServiceUnavailable()', status: 503, text: 'Service Unavailable' },
  { path: '/slow', thrown: `createError(504, 'The shop timed out')`, status: 504, text: 'The shop timed out' },
] as const;

const cases = routes.map(({ path, thrown }) => `    case '${path}':\n      throw ${thrown};`).join('\n');
const answerPath = `
function answerPath(path) {
  switch (path) {
${cases}
    default:
      return 'nothing';
  }
}
`;

const modules = {
  '@octollm/errors': errors,
  '@octollm/errors/express': expressAdapter,
  '@octollm/errors/fastify': fastifyAdapter,
  '@octollm/errors/koa': koaAdapter,
};

function migrate(text: string): string {
  const { text: migrated, leftAlone } = runCodemod(httpErrorsToOctollm, 'src/input.cjs', text, { unsafe: true });
  expect(leftAlone).toEqual([]);
  return migrated;
}

function migrateWhole(text: string): string {
  const migrated = migrate(text);
  expect(migrated).not.toContain('http-errors');
  return migrated;
}

let server: Server | undefined;

afterEach(() => {
  server?.close();
});

/** Asks each path of a service: the status, and what else is read off the answer. */
async function askAll<Answer>(
  text: string,
  read: (response: Response) => Promise<Answer>,
): Promise<[number, Answer][]> {
  // The exports of the texts below are listeners, or promises of them.
  const { listener } = runText(text, modules) as { readonly listener: RequestListener | Promise<RequestListener> };
  server = createServer(await listener);
  server.listen(0);
  await once(server, 'listening');
  // The server listens at a port of TCP.
  const { port } = server.address() as AddressInfo;
  const answers: [number, Answer][] = [];
  for (const { path } of routes) {
    const response = await fetch(`http://localhost:${String(port)}${path}`);
    answers.push([response.status, await read(response)]);
  }
  server.close();
  return answers;
}

const readText = (response: Response): Promise<string> => response.text();
const statuses = routes.map(({ status }) => status);

const createExpress = (handler: string): string => `
const createError = require('http-errors');
const express = require('express');
${answerPath}
const app = express();
app.set('env', 'test');
app.use((request, response, next) => {
  if (request.path === '/order') return next(createError(404, 'No order 7'));
  response.end(answerPath(request.path));
});
${handler}
exports.listener = app;
`;

/** What most services have. */
const ownHandler = `
app.use((err, request, response, next) => {
  response.status(err.status || 500).json({ text: err.message });
});
`;

const fastify = `
const createError = require('http-errors');
const { fastify } = require('fastify');
${answerPath}
const app = fastify();
app.get('/*', async (request) => answerPath(request.url));
exports.listener = app.ready().then(() => (request, response) => app.routing(request, response));
`;

const koa = `
const createError = require('http-errors');
const Koa = require('koa');
${answerPath}
const app = new Koa();
app.silent = true;
app.use((context) => {
  context.body = answerPath(context.path);
});
exports.listener = app.callback();
`;

describe('a service that throws classes instead of errors of http-errors', () => {
  it('answers the same where its own handler reads `status` and `message`', async () => {
    const before = await askAll(createExpress(ownHandler), readText);
    const after = await askAll(migrateWhole(createExpress(ownHandler)), readText);
    expect(after).toEqual(before);
    expect(after).toEqual(routes.map(({ status, text }) => [status, JSON.stringify({ text })]));
  });

  it('answers the same below 500 where its handler asks `isHttpError`, and shows no texts from there on', async () => {
    const text = createExpress(`
app.use((err, request, response, next) => {
  if (createError.isHttpError(err)) return response.status(err.statusCode).json({ text: err.message });
  response.status(500).json({ text: 'Something failed' });
});
`);
    const before = await askAll(text, readText);
    const after = await askAll(migrate(text), readText);
    const masked = JSON.stringify({ text: 'Something failed' });
    for (const [index, { status }] of routes.entries())
      expect(after[index]).toEqual(status < 500 ? before[index] : [500, masked]);
  });

  it('answers with the same statuses where Express does it', async () => {
    const before = await askAll(createExpress(''), async () => undefined);
    const after = await askAll(migrateWhole(createExpress('')), async () => undefined);
    expect(after).toEqual(before);
    expect(after.map(([status]) => status)).toEqual(statuses);
  });

  it('answers with the same statuses and texts where Fastify does it', async () => {
    const readMessage = async (response: Response): Promise<unknown> => {
      const body: unknown = await response.json();
      return typeof body === 'object' && body && 'message' in body ? body.message : body;
    };
    const before = await askAll(fastify, readMessage);
    const after = await askAll(migrateWhole(fastify), readMessage);
    expect(after).toEqual(before);
    expect(after.map(([status]) => status)).toEqual(statuses);
  });

  it('answers with the same statuses where Koa does it, which shows texts only of errors that say so', async () => {
    const before = await askAll(koa, readText);
    const after = await askAll(migrateWhole(koa), readText);
    expect(after.map(([status]) => status)).toEqual(before.map(([status]) => status));
    expect(before[0]).toEqual([400, 'The name is required']);
    expect(after[0]).toEqual([400, 'Bad Request']);
  });
});

describe('with an adapter', () => {
  const onlyAnswer = '{ onError: () => {} }';
  const withExpress = createExpress(`app.use(require('@octollm/errors/express').errorHandler(${onlyAnswer}));`);
  const withFastify = fastify.replace(
    'const app = fastify();',
    `const app = fastify();\napp.setErrorHandler(require('@octollm/errors/fastify').errorHandler(${onlyAnswer}));`,
  );
  const withKoa = koa.replace(
    'app.silent = true;',
    `app.use(require('@octollm/errors/koa').errorHandler(${onlyAnswer}));`,
  );

  it.each([
    { framework: 'Express', text: withExpress },
    { framework: 'Fastify', text: withFastify },
    { framework: 'Koa', text: withKoa },
  ])('$framework shows the same texts below 500, none from there on, and when to come back', async ({ text }) => {
    const read = async (response: Response): Promise<unknown> => {
      const body: unknown = await response.json();
      const message = typeof body === 'object' && body && 'message' in body ? body.message : body;
      return { message, retryAfter: response.headers.get('retry-after') };
    };
    const answers = await askAll(migrateWhole(text), read);
    expect(answers.map(([status]) => status)).toEqual(statuses);
    for (const [index, { status, text: shown, path }] of routes.entries()) {
      const retryAfter = path === '/often' ? '30' : null;
      if (status < 500) expect(answers[index]?.[1]).toEqual({ message: shown, retryAfter });
      else expect(answers[index]?.[1]).not.toMatchObject({ message: shown });
    }
  });
});
