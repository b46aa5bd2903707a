import { once } from 'node:events';
import { Readable } from 'node:stream';
import createError from '@fastify/error';
import { errorHandler, notFoundHandler } from '@octollm/errors/fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { failAfter } from '../fail-after.ts';
import { describeWebCases } from '../web-cases.ts';
import type { StartWebServer, WebServer } from '../web-server.ts';
import { createFailure, failedHeaders } from '../web-server.ts';

type App = ReturnType<typeof fastify>;

const startFastify: StartWebServer = (options, { onArrival }) => {
  const app = fastify();
  app.setErrorHandler(errorHandler(options));
  app.setNotFoundHandler(notFoundHandler());
  app.get<{ Params: { name: string } }>('/throw/:name', async ({ params }) => {
    throw createFailure(params.name);
  });
  app.get<{ Params: { name: string } }>('/throw-sync/:name', ({ params }) => {
    throw createFailure(params.name);
  });
  app.get('/headers', async (_, reply) => {
    reply.headers(failedHeaders);
    throw new Error('After the headers');
  });
  app.get('/started', async (_, reply) => {
    await new Promise((resolve) => reply.raw.write('a part', resolve));
    throw new Error('Half-way');
  });
  app.get('/leave', async (_, reply) => {
    onArrival();
    await once(reply.raw, 'close');
    throw new Error('Nobody listens');
  });
  app.post('/json', { bodyLimit: 100 }, async ({ body }) => body);
  return listen(app);
};

async function listen(app: App): Promise<WebServer> {
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    stop: () => {
      app.server.closeAllConnections();
      return app.close();
    },
  };
}

describeWebCases('Fastify', startFastify);

describe('Fastify on its own', () => {
  const bodySchema = {
    type: 'object',
    required: ['plan'],
    properties: {
      plan: {
        type: 'object',
        required: ['steps'],
        properties: { steps: { type: 'array', items: { type: 'number' } } },
      },
    },
  };

  it('P10: refuses a body against the schema with 422, with the pointer to what is wrong', async () => {
    const app = create();
    app.post('/', { schema: { body: bodySchema } }, () => 'fine');

    const response = await app.inject({ method: 'POST', url: '/', payload: { plan: { steps: [1, 'two'] } } });

    expect([response.statusCode, response.json()]).toMatchObject([
      422,
      {
        error: 'VALIDATION_ERRORS',
        details: { errors: [{ field: 'plan.steps[1]', pointer: '/plan/steps/1', message: 'must be number' }] },
      },
    ]);
  });

  it('P10: points to what is missing, not to what misses it', async () => {
    const app = create();
    app.post('/', { schema: { body: bodySchema } }, () => 'fine');

    const response = await app.inject({ method: 'POST', url: '/', payload: { plan: {} } });

    expect(response.json()).toMatchObject({ details: { errors: [{ field: 'plan.steps', pointer: '/plan/steps' }] } });
  });

  it('says which part of the request breaks the schema when that is not the body', async () => {
    const app = create();
    const querystring = { type: 'object', properties: { limit: { type: 'integer' } } };
    app.get('/', { schema: { querystring } }, () => 'fine');

    const response = await app.inject('/?limit=many');

    expect(response.json()).toMatchObject({ details: { errors: [{ field: 'querystring.limit', pointer: '/limit' }] } });
  });

  it('reads the issues of another validator', async () => {
    const app = create();
    const issues = [{ path: ['steps', 1], message: 'Expected number' }];
    const refusal = Object.assign(new Error(JSON.stringify(issues)), { name: 'ZodError', issues });
    app.post('/', { schema: { body: {} }, validatorCompiler: () => () => ({ error: refusal }) }, () => 'fine');

    const response = await app.inject({ method: 'POST', url: '/', payload: {} });

    expect([response.statusCode, response.json()]).toMatchObject([
      422,
      { details: { errors: [{ field: 'steps[1]', pointer: '/steps/1', message: 'Expected number' }] } },
    ]);
  });

  it('refuses a media type that it cannot parse', async () => {
    const app = create();
    app.post('/', () => 'fine');

    const response = await app.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': 'text/csv' },
      payload: 'a,b',
    });

    expect([response.statusCode, response.json()]).toMatchObject([415, { error: 'UNSUPPORTED_MEDIA_TYPE' }]);
  });

  it('answers errors of @fastify/error with their status, masked from 500 up', async () => {
    const app = create();
    const Gone = createError('PLAN_GONE', 'Plan %s is gone', 410);
    const Broken = createError('PLAN_BROKEN', 'Plan %s is broken', 500);
    app.get('/gone', () => Promise.reject(new Gone('7')));
    app.get('/broken', () => Promise.reject(new Broken('7')));

    expect((await app.inject('/gone')).json()).toMatchObject({ error: 'GONE', message: 'Plan 7 is gone' });
    expect((await app.inject('/broken')).json()).toMatchObject({ error: 'INTERNAL_ERROR', details: {} });
  });

  it('refuses a malformed address, as the handler of framework errors', async () => {
    const app = fastify({ frameworkErrors: errorHandler({ format: 'problem', onError: () => undefined }) });

    const response = await app.inject('/plans/%E0%A4');

    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(response.json()).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  });

  it('sends the error whole where the route has a schema for its answers', async () => {
    const app = create();
    const schema = { response: { '4xx': { type: 'object', properties: { title: { type: 'string' } } } } };
    app.get('/', { schema }, () => Promise.reject(createFailure('an error of the standard')));

    expect((await app.inject('/')).json()).toMatchObject({ error: 'TASK_NOT_FOUND', details: { task_id: '42' } });
  });

  it('cuts off a stream that fails half-way', async () => {
    const app = create();
    app.get('/', () => Readable.from(failAfter('a part')));
    const { url, stop } = await listen(app);

    await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
    await stop();
  });

  it('answers an error that is sent instead of thrown', async () => {
    const app = create();
    app.get('/', (_: FastifyRequest, reply: FastifyReply) => void reply.send(createFailure('an open circuit')));

    expect((await app.inject('/')).statusCode).toBe(503);
  });

  it('L20: without a recorder logs what is masked to the log of the request', async () => {
    const lines: string[] = [];
    const app = fastify({ logger: { stream: { write: (line: string) => void lines.push(line) } } });
    app.setErrorHandler(errorHandler());
    app.get('/', () => Promise.reject(new RangeError('The cause')));

    const { error_id: instance } = (await app.inject('/')).json();

    const failures = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request.failed');
    expect(failures).toMatchObject([{ instance, reqId: 'req-1', status: 500, err: { message: 'The cause' } }]);
  });
});

function create(): App {
  const app = fastify();
  app.setErrorHandler(errorHandler());
  return app;
}
