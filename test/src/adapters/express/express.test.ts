import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorHandler, notFoundHandler } from '@octollm/errors/express';
import express from 'express';
import type { Express } from 'express';
import { describe, expect, it, vi } from 'vitest';
import { failAfter } from '../fail-after.ts';
import { describeWebCases } from '../web-cases.ts';
import type { StartWebServer } from '../web-server.ts';
import { createFailure, failedHeaders, listen } from '../web-server.ts';

const startExpress: StartWebServer = (options, { onArrival }) => {
  const app = express().set('env', 'test');
  app.get('/throw/:name', async ({ params }) => {
    throw createFailure(params.name);
  });
  app.get('/throw-sync/:name', ({ params }) => {
    throw createFailure(params.name);
  });
  app.get('/headers', (_, response) => {
    response.set(failedHeaders);
    throw new Error('After the headers');
  });
  app.get('/started', async (_, response) => {
    await new Promise((resolve) => response.write('a part', resolve));
    throw new Error('Half-way');
  });
  app.get('/leave', async (_, response) => {
    onArrival();
    await once(response, 'close');
    throw new Error('Nobody listens');
  });
  app.post('/json', express.json({ limit: 100 }), (request, response) => void response.json(request.body));
  return listenWith(app.use(notFoundHandler(), errorHandler(options)));
};

function listenWith(app: Express): ReturnType<typeof listen> {
  return listen(createServer(app));
}

describeWebCases('Express', startExpress);

describe('Express on its own', () => {
  it('cuts off a stream that fails half-way', async () => {
    const { get, recorded, stop } = await serve((app) =>
      app.get('/', async (_, response) => {
        await pipeline(Readable.from(failAfter('a part')), response);
      }),
    );

    await expect(get('/').then((response) => response.text())).rejects.toThrow();
    expect(recorded).toEqual([{ error: new Error('Half-way'), status: 500, sent: false }]);
    await stop();
  });

  it('P9: leaves one record of a response that is cut off, and none by Express', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { get, recorded, stop } = await serve((app) =>
      app.set('env', 'production').get('/', async (_, response) => {
        await new Promise((resolve) => response.write('a part', resolve));
        throw new Error('Half-way');
      }),
    );

    await expect(get('/').then((response) => response.text())).rejects.toThrow();
    expect([recorded.length, log.mock.calls]).toEqual([1, []]);
    log.mockRestore();
    await stop();
  });

  it('records what fails after the response, which stays whole', async () => {
    const { get, recorded, stop } = await serve((app) =>
      app.get('/', (_, response) => {
        response.send('all of it');
        throw new Error('Too late');
      }),
    );

    expect(await (await get('/')).text()).toBe('all of it');
    expect(recorded).toEqual([{ error: new Error('Too late'), status: 500, sent: false }]);
    await stop();
  });

  it('refuses a malformed address', async () => {
    const { get, stop } = await serve((app) => app.get('/plans/:id', (_, response) => void response.send('plan')));

    const response = await get('/plans/%E0%A4');

    expect([response.status, await response.json()]).toMatchObject([
      400,
      { message: 'The path of the request is malformed' },
    ]);
    await stop();
  });

  it('does not tell where a missing file would be', async () => {
    const { get, stop } = await serve((app) =>
      app.get('/', (_, response, next) => response.sendFile('/srv/private/plan.pdf', next)),
    );

    const response = await get('/');

    expect([response.status, await response.json()]).toMatchObject([404, { error: 'NOT_FOUND', message: 'Not found' }]);
    await stop();
  });

  it('records an upload that the client breaks off as 499', async () => {
    const { url, recorded, stop } = await serve((app) => app.post('/', express.json()));

    const upload = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': 9 },
    });
    upload.on('error', () => {
      // expected: the client hangs up on purpose.
    });
    await new Promise((resolve) => upload.write('{"a":', resolve));
    setImmediate(() => upload.destroy());

    await vi.waitFor(() => expect(recorded).toMatchObject([{ status: 499, sent: false }]));
    await stop();
  });

  it('reports the failures of a mounted router', async () => {
    const { get, stop } = await serve((app) =>
      app.use(
        '/plans',
        express.Router().get('/throw/:name', ({ params }) => Promise.reject(createFailure(params.name))),
      ),
    );

    expect((await get('/plans/throw/an open circuit')).status).toBe(503);
    await stop();
  });

  it('lets an error handler of the application answer first', async () => {
    const { get, recorded, stop } = await serve((app) => {
      app.get('/', () => Promise.reject(new RangeError('x')));
      app.use((error: unknown, _: unknown, response: express.Response, next: express.NextFunction) => {
        if (error instanceof RangeError) response.status(418).end();
        else next(error);
      });
    });

    expect((await get('/')).status).toBe(418);
    expect(recorded).toEqual([]);
    await stop();
  });

  it('L20: without a recorder logs what is masked, and nothing that is the fault of the client', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { url, stop } = await startExpress({ traceId: () => 't-1' }, { onArrival: () => undefined });

    await fetch(`${url}/throw/an error of the standard`);
    const response = await fetch(`${url}/throw/an unknown error`);

    const { error_id: instance } = Object(await response.json());
    expect(log.mock.calls).toEqual([
      [
        expect.objectContaining({
          err: expect.objectContaining({ name: 'TypeError' }),
          status: 500,
          instance,
          trace_id: 't-1',
        }),
        'request.failed',
      ],
    ]);
    log.mockRestore();
    await stop();
  });

  // Express itself takes a thrown `undefined` for no error at all.
  it('answers 404 when a handler throws nothing', async () => {
    const { get, stop } = await serve((app) =>
      app.get('/', () => {
        // eslint-disable-next-line octollm/only-throw-errors -- it is what this test is about
        throw undefined;
      }),
    );

    expect((await get('/')).status).toBe(404);
    await stop();
  });
});

interface Recorded {
  readonly error: unknown;
  readonly status: number;
  readonly sent: boolean;
}

async function serve(addRoutes: (app: Express) => unknown): Promise<{
  readonly url: string;
  readonly get: (path: string) => Promise<Response>;
  readonly recorded: readonly Recorded[];
  readonly stop: () => Promise<void>;
}> {
  const recorded: Recorded[] = [];
  const app = express().set('env', 'test');
  addRoutes(app);
  app.use(notFoundHandler());
  app.use(errorHandler({ onError: (error, _, { status, sent }) => recorded.push({ error, status, sent }) }));
  const { url, stop } = await listenWith(app);
  return { url, get: (path) => fetch(url + path), recorded, stop };
}
