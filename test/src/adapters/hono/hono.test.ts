import { createAdaptorServer } from '@hono/node-server';
import { errorHandler, errorsOnly, notFoundHandler } from '@octollm/errors/hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
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
