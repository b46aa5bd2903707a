import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { errorHandler } from '@octollm/errors/koa';
import createHttpError from 'http-errors';
import Koa from 'koa';
import { describeWebCases } from '../web-cases.ts';
import type { StartWebServer } from '../web-server.ts';
import { createFailure, failedHeaders, listen } from '../web-server.ts';

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
