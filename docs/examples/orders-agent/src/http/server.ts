import fastify, { type FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import type { WebhookHandler } from '../payments/webhook.js';
import { type AdminRouteParts, registerAdminRoutes } from './admin-routes.js';
import { registerErrorHandler } from './error-handler.js';
import { createAuthentication, RateLimiter } from './guards.js';
import { type OrderRouteParts, registerOrderRoutes } from './order-routes.js';

export interface ServerParts {
  config: Config;
  orders: OrderRouteParts;
  admin: AdminRouteParts;
  webhooks: WebhookHandler;
}

export function createServer({ config, orders, admin, webhooks }: ServerParts): FastifyInstance {
  const app = fastify({ bodyLimit: 256 * 1024 });
  const limiter = new RateLimiter(config.requestsPerMinute);

  app.addHook('onRequest', (request, reply, done) => {
    try {
      limiter.check(request.headers.authorization ?? request.ip);
      done();
    } catch (e: any) {
      reply.header('retry-after', '60');
      done(new Error(e.message));
    }
  });

  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (request.url.startsWith('/webhooks/')) {
      done(null, body);
      return;
    }
    try {
      done(null, body === '' ? undefined : JSON.parse(body as string));
    } catch (e: any) {
      done(new Error(`Invalid request body: malformed JSON`));
    }
  });

  registerErrorHandler(app);

  app.get('/health', async (request, reply) => {
    try {
      await admin.db.ping();
      return { status: 'ok' };
    } catch (e: any) {
      return reply.code(503).send({ status: 'down', error: e.message });
    }
  });

  app.post('/webhooks/payments', async (request) => {
    const signature = request.headers['x-signature'] as string | undefined;
    return { result: await webhooks.handle(request.body as string, signature) };
  });

  app.register(async (scope) => {
    const authenticate = createAuthentication(admin.customers, config.authSecret);
    scope.addHook('preHandler', authenticate);
    registerOrderRoutes(scope, orders);
    await scope.register(async (inner) => registerAdminRoutes(inner, admin));
  });

  return app;
}
