import { once } from 'node:events';
import { errorHandler, notFoundHandler } from '@octollm/errors/fastify';
import fastify from 'fastify';
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
