import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, createServer as createHttp2Server } from 'node:http2';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { errorHandler } from '@octollm/errors/koa';
import createHttpError from 'http-errors';
import Koa from 'koa';
import { describe, expect, it, vi } from 'vitest';
import { failAfter } from '../fail-after.ts';
import { describeWebCases } from '../web-cases.ts';
import type { StartWebServer } from '../web-server.ts';
import { createFailure, failedHeaders, getUrl, listen } from '../web-server.ts';

type Handler = (context: Koa.Context, name: string | undefined) => unknown;

function createRoutes(onArrival: () => void): Readonly<Record<string, Handler>> {
  return {
    throw: async (_, name) => {
      throw createFailure(name);
    },
    'throw-sync': (_, name) => {
      throw createFailure(name);
    },
    headers: (context) => {
      context.set(failedHeaders);
      throw new Error('After the headers');
    },
    started: async ({ res }) => {
      res.statusCode = 200;
      await new Promise((resolve) => res.write('a part', resolve));
      throw new Error('Half-way');
    },
    leave: async ({ res }) => {
      onArrival();
      await once(res, 'close');
      throw new Error('Nobody listens');
    },
    json: async (context) => {
      context.body = await parseBody(context);
    },
  };
}

/** Does what the body parsers of Koa do, down to the marks on their errors. */
async function parseBody({ req }: Koa.Context): Promise<object> {
  const body = await text(req);
  if (body.length > 100) throw createHttpError(413, 'request entity too large', { type: 'entity.too.large' });
  try {
    return JSON.parse(body);
  } catch (error) {
    throw Object.assign(Object(error), { status: 400, body });
  }
}

const startKoa: StartWebServer = (options, { onArrival }) => {
  const app = new Koa();
  const routes = createRoutes(onArrival);
  app.use(errorHandler(options));
  app.use((context) => {
    const [, route = '', name] = context.path.split('/');
    return routes[route]?.(context, name);
  });
  return listen(createServer(app.callback()));
};

describeWebCases('Koa', startKoa);

describe('Koa on its own', () => {
  it('answers what `context.throw()` throws', async () => {
    const { url, stop } = await serve((context) => context.throw(403, 'Only for owners', { plan: 7 }));

    const response = await fetch(url);

    expect([response.status, await response.json()]).toMatchObject([
      403,
      { error: 'AUTHORIZATION_ERROR', message: 'Only for owners', details: {} },
    ]);
    await stop();
  });

  it('leaves a 404 with a body, an answer of the application itself and an empty answer alone', async () => {
    const { url, stop } = await serve((context) => {
      if (context.path === '/own') Object.assign(context, { status: 404, body: 'Nothing here' });
      if (context.path === '/raw') {
        context.respond = false;
        context.res.end('raw');
      }
      if (context.path === '/empty') context.status = 204;
    });

    const texts = ['/own', '/raw', '/empty'].map(async (path) => (await fetch(url + path)).text());

    expect(await Promise.all(texts)).toEqual(['Nothing here', 'raw', '']);
    await stop();
  });

  it('cuts off a stream that fails half-way, and records it once', async () => {
    const onError = vi.fn();
    const { url, stop } = await serve((context) => {
      context.body = Readable.from(failAfter('a part'));
    }, onError);

    await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
    expect(onError.mock.calls).toEqual([
      [new Error('Half-way'), expect.anything(), expect.objectContaining({ status: 500, sent: false })],
    ]);
    await stop();
  });

  it('takes a stream that fails before its first byte for no client that left', async () => {
    const onError = vi.fn();
    const { url, stop } = await serve((context) => {
      context.body = new Readable({
        read() {
          this.destroy(new Error('No first byte'));
        },
      });
    }, onError);

    await expect(fetch(url)).rejects.toThrow();
    expect(onError.mock.calls).toMatchObject([[new Error('No first byte'), {}, { status: 500, sent: false }]]);
    await stop();
  });

  it('keeps the headers that middleware before it set', async () => {
    const { url, stop } = await serve((context) => {
      context.set('access-control-allow-origin', '*');
      context.throw(404);
    });

    expect((await fetch(url)).headers.get('access-control-allow-origin')).toBe('*');
    await stop();
  });

  it('without a recorder emits the event of Koa, once, with an error', async () => {
    const app = new Koa();
    const listener = vi.fn();
    app.on('error', listener);
    app.use(errorHandler());
    app.use(() => Promise.reject(createFailure('a number')));
    const { url, stop } = await listen(createServer(app.callback()));

    await fetch(url);

    expect(listener.mock.calls).toEqual([[new Error('42', { cause: 42 }), expect.anything()]]);
    await stop();
  });

  it('answers over HTTP/2', async () => {
    const app = new Koa().use(errorHandler()).use((context) => context.throw(410));
    const server = createHttp2Server(app.callback());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const client = connect(getUrl(server));
    const stream = client.request({ ':path': '/' });
    stream.end();

    const [headers] = await once(stream, 'response');

    expect(headers).toMatchObject({ ':status': 410, 'content-type': 'application/json; charset=utf-8' });
    expect(JSON.parse(await text(stream))).toMatchObject({ error: 'GONE' });
    client.close();
    server.close();
  });
});

function serve(handler: (context: Koa.Context) => unknown, onError = vi.fn()): ReturnType<typeof listen> {
  const app = new Koa();
  app.use(errorHandler({ onError }));
  app.use(handler);
  return listen(createServer(app.callback()));
}
