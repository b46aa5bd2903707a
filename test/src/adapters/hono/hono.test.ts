import { TaskNotFoundError } from '@octollm/errors/errors';
import { createAdaptorServer } from '@hono/node-server';
import { errorHandler, errorsOnly, notFoundHandler } from '@octollm/errors/hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { basicAuth } from 'hono/basic-auth';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { describe, expect, it, vi } from 'vitest';
import { loadInOtherRealm } from '../../errors/second-copy.ts';
import { describeWebCases } from '../web-cases.ts';
import type { StartWebServer, WebServer } from '../web-server.ts';
import { createFailure, failedHeaders, getUrl } from '../web-server.ts';

const tooLarge = (): never => {
  throw new HTTPException(413, { message: 'At most 100 bytes' });
};

const startHono: StartWebServer = (options, { onArrival }) => {
  const app = new Hono();
  app.onError(errorHandler(options));
  app.notFound(notFoundHandler());
  app.use(errorsOnly());
  app.get('/throw/:name', async (context) => {
    throw createFailure(context.req.param('name'));
  });
  app.get('/throw-sync/:name', (context) => {
    throw createFailure(context.req.param('name'));
  });
  app.get('/headers', (context) => {
    for (const [name, value] of Object.entries(failedHeaders)) context.header(name, value);
    throw new Error('After the headers');
  });
  app.get('/started', () => new Response(createBrokenStream()));
  app.get('/leave', async (context) => {
    const { signal } = context.req.raw;
    onArrival();
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    throw new Error('Nobody listens');
  });
  app.post('/json', bodyLimit({ maxSize: 100, onError: tooLarge }), async (context) =>
    context.json(await context.req.json()),
  );
  return listen(app);
};

function createBrokenStream(): ReadableStream {
  let hasBegun = false;
  return new ReadableStream({
    async pull(controller) {
      if (hasBegun) throw new Error('Half-way');
      hasBegun = true;
      controller.enqueue(new TextEncoder().encode('a part'));
    },
  });
}

async function listen(app: Hono): Promise<WebServer> {
  const server = createAdaptorServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: getUrl(server), stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

describeWebCases('Hono', startHono);

const allowed = 'https://app.example';

describe('Hono on its own, without a socket', () => {
  it('answers an `HTTPException` with its message, and its title without one', async () => {
    const { app } = create();
    app.get('/said', () => Promise.reject(new HTTPException(409, { message: 'Somebody was faster' })));
    app.get('/silent', () => Promise.reject(new HTTPException(409)));
    app.get('/masked', () => Promise.reject(new HTTPException(500, { message: 'The password is hunter2' })));

    expect(await request(app, '/said')).toMatchObject([409, { error: 'CONFLICT', message: 'Somebody was faster' }]);
    expect(await request(app, '/silent')).toMatchObject([409, { error: 'CONFLICT', message: 'Conflict' }]);
    expect(await request(app, '/masked')).toMatchObject([500, { message: 'An internal error occurred' }]);
  });

  it('keeps the response that an `HTTPException` brings, and still records it', async () => {
    const { app, onError } = create();
    app.use(cors({ origin: allowed }));
    app.get('/', basicAuth({ username: 'a', password: 'b' }), (context) => context.text('in'));

    const response = await app.request('/', { headers: { origin: allowed } });

    expect([response.status, await response.text()]).toEqual([401, 'Unauthorized']);
    expect(response.headers.get('www-authenticate')).toBe('Basic realm="Secure Area"');
    expect(response.headers.get('access-control-allow-origin')).toBe(allowed);
    expect(onError).toHaveBeenCalledOnce();
  });

  it('keeps cookies and the headers of CORS', async () => {
    const { app } = create();
    app.use(cors({ origin: allowed }));
    app.get('/', (context) => {
      context.header('set-cookie', 'a=1', { append: true });
      context.header('set-cookie', 'b=2', { append: true });
      throw new HTTPException(403);
    });

    const { headers } = await app.request('/', { headers: { origin: allowed } });

    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(headers.get('access-control-allow-origin')).toBe(allowed);
  });

  it('takes only a body that is no JSON for a malformed request, not JSON of the application', async () => {
    const { app } = create();
    app.post('/', async (context) => {
      await context.req.json();
      return context.json(JSON.parse('{"config":'));
    });

    expect(await request(app, '/', { method: 'POST', body: '{"a":' })).toMatchObject([400, { error: 'INVALID_INPUT' }]);
    expect(await request(app, '/', { method: 'POST', body: '{}' })).toMatchObject([500, { error: 'INTERNAL_ERROR' }]);
  });

  it('sends no body with 304', async () => {
    const { app } = create();
    app.get('/', () => Promise.reject(Object.assign(new HTTPException(), { status: 304 })));

    const response = await app.request('/');

    expect([response.status, await response.text()]).toEqual([304, '']);
  });

  it('reports the failures of a mounted application', async () => {
    const { app } = create();
    app.route(
      '/plans',
      new Hono().get('/', () => Promise.reject(createFailure('an open circuit'))),
    );

    expect(await request(app, '/plans')).toMatchObject([503, { error: 'CIRCUIT_OPEN' }]);
  });

  it('L18: knows an error of another realm, which Hono takes for none', async () => {
    const other = await loadInOtherRealm();
    const thrown = other.TaskNotFoundError.forTask('7');
    const { app, onError } = create();
    app.get('/', () => Promise.reject(thrown));

    expect(thrown).not.toBeInstanceOf(TaskNotFoundError);
    expect(await request(app, '/')).toMatchObject([404, { error: 'TASK_NOT_FOUND' }]);
    expect(onError.mock.calls[0]?.[0]).toBe(thrown);
  });

  it('needs `errorsOnly()` for what is no error: Hono lets it escape', async () => {
    const app = new Hono();
    app.onError(errorHandler());
    app.get('/', () => Promise.reject(createFailure('a number')));

    await expect(app.request('/')).rejects.toBe(42);
  });
});

function create(): { app: Hono; onError: ReturnType<typeof vi.fn> } {
  const onError = vi.fn();
  const app = new Hono();
  app.onError(errorHandler({ onError }));
  app.use(errorsOnly());
  return { app, onError };
}

async function request(app: Hono, path: string, init?: RequestInit): Promise<[number, unknown]> {
  const response = await app.request(path, init);
  return [response.status, await response.json()];
}
