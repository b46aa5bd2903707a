import { once } from 'node:events';
import { createServer } from 'node:http';
import { errorHandler, notFoundHandler } from '@octollm/errors/express';
import './require-as-node-does.ts';
import express from 'express';
import type { Express } from 'express';
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
