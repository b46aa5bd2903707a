import { OctoLLMError } from '@octollm/errors';
import { settleAll } from '@octollm/errors/batch';
import { createBreaker, timeWindow } from '@octollm/errors/breaker';
import { bulkhead } from '@octollm/errors/bulkhead';
import { catalog } from '@octollm/errors/catalog';
import { classify } from '@octollm/errors/classify';
import { decide } from '@octollm/errors/classify/agent';
import { classifyDatabase } from '@octollm/errors/classify/database';
import { classifyLLM } from '@octollm/errors/classify/llm';
import { defineError } from '@octollm/errors/define-error';
import { TaskNotFoundError } from '@octollm/errors/errors';
import * as express from '@octollm/errors/express';
import { fallback } from '@octollm/errors/fallback';
import * as fastify from '@octollm/errors/fastify';
import { resilientFetch } from '@octollm/errors/fetch';
import { hedge } from '@octollm/errors/hedge';
import * as hono from '@octollm/errors/hono';
import { toProblem } from '@octollm/errors/http';
import * as koa from '@octollm/errors/koa';
import { OctoLLMExceptionFilter } from '@octollm/errors/nestjs';
import { createOperation } from '@octollm/errors/observe';
import { telemetryObserver } from '@octollm/errors/opentelemetry';
import { createErrorSerializer } from '@octollm/errors/pino';
import { pipeline } from '@octollm/errors/pipeline';
import { metricsObserver } from '@octollm/errors/prom-client';
import { rateLimiter, tokenBucket } from '@octollm/errors/rate-limit';
import { withResource } from '@octollm/errors/resource';
import { ok, type Result } from '@octollm/errors/result';
import { createRetry, retry } from '@octollm/errors/retry';
import { serializeError } from '@octollm/errors/serialize';
import { ManualClock } from '@octollm/errors/testing';
import { systemClock } from '@octollm/errors/time';
import { timeout } from '@octollm/errors/timeout';
import { validate } from '@octollm/errors/validate';

/* A project with nothing but this package and a compiler reads every declaration: no framework and no types of Node are there. */

class QueueFullError extends defineError({ name: 'QueueFullError', code: 'QUEUE_FULL', title: 'The queue is full' }) {}

const missing: OctoLLMError = TaskNotFoundError.forTask('42');
const full = new QueueFullError('The queue is full');
const policy = pipeline(
  fallback(() => 'cached'),
  createRetry({ idempotent: true, clock: systemClock }),
  createBreaker({ name: 'search', trip: timeWindow({ durationMs: 10_000 }), clock: new ManualClock() }),
  bulkhead({ maxConcurrent: 10 }),
  rateLimiter(tokenBucket({ capacity: 10, refillPerSecond: 1 })),
  hedge({ delayMs: 100, idempotent: true }),
  timeout({ timeoutMs: 1_000 }),
);
const answer: Promise<string> = policy.execute(({ signal }) => (signal.aborted ? 'late' : 'in time'));
const again: Promise<number> = retry(({ attempt }) => attempt);
const parsed: Result<number, OctoLLMError> = ok(1);
const kinds: readonly string[] = [classify(full), classifyDatabase(full), classifyLLM(full)].map(({ kind }) => kind);

export const parts: readonly unknown[] = [
  ...[answer, again, parsed, kinds, missing, catalog.length, decide(full), toProblem(missing), serializeError(full)],
  ...[express.errorHandler(), fastify.errorHandler(), hono.errorHandler(), koa.errorHandler()],
  ...[new OctoLLMExceptionFilter(), createErrorSerializer(), createOperation, telemetryObserver, metricsObserver],
  ...[settleAll, resilientFetch, withResource, validate],
];
