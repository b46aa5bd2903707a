import type { FastifyInstance } from 'fastify';
import createError from 'http-errors';
import { AppError, PaymentDeclined, TriageError, UpstreamError } from '../errors.js';
import { logger } from '../logger.js';

const statusByText: [RegExp, number][] = [
  [/unauthorized|authentication/i, 401],
  [/forbidden/i, 403],
  [/not found/i, 404],
  [/already exists|conflict/i, 409],
  [/rate limit/i, 429],
  [/timed out/i, 504],
  [/database|cache|capacity|no arm/i, 503],
  [/llm|openai|payment|slack|tool/i, 502],
  [/invalid|required|malformed/i, 400],
];

export function statusOf(err: any): number {
  if (err instanceof AppError) return err.statusCode;
  if (err instanceof PaymentDeclined) return 402;
  if (err instanceof UpstreamError || err instanceof TriageError) return 502;
  if (err.validation) return 400;
  const text = typeof err === 'string' ? err : (err.message ?? '');
  const known = statusByText.find(([pattern]) => pattern.test(text));
  if (known) return known[1];
  if (createError.isHttpError(err)) return err.statusCode;
  return 500;
}

export function registerErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler((err: any, request, reply) => {
    const status = statusOf(err);
    if (status >= 500) logger.error(`${request.method} ${request.url} failed`, err);
    const message = typeof err === 'string' ? err : err.message;
    if (err.retryAfter) reply.header('retry-after', String(err.retryAfter));
    return reply.code(status).send({ error: message, stack: err.stack });
  });

  app.setNotFoundHandler((request, reply) => {
    reply.code(404).send({ error: `Route ${request.method} ${request.url} not found` });
  });
}
