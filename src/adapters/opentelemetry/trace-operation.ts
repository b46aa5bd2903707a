import { readCodes } from '../../errors/brand.ts';
import { readProperty } from '../../errors/read-property.ts';
import type { LogFields } from '../../observe/logger.ts';
import { observe } from '../../observe/observe.ts';
import type { Operation } from '../../observe/operation.ts';
import type { TelemetryAttributes, TelemetrySpan, TelemetryTracer } from './telemetry-api.ts';

/** The code of `SpanStatusCode.ERROR`. */
const failed = 2;

/**
 * Runs an observed operation in a span of its own, which is active while it runs.
 *
 * A failure sets `error.type` and the status of the span; its exception is no event of the span, but a log record of
 * `telemetryObserver`, which keeps it from being recorded twice. A success sets neither. Retries belong inside `fn`.
 *
 * @param tracer A tracer of `@opentelemetry/api`.
 * @param operation Created once by `createOperation`; its name is the name of the span.
 * @param fn The work.
 * @param fields What this run is about; it appears in logs only.
 * @returns What `fn` returns; rejects with what it throws.
 */
export function traceOperation<T>(
  tracer: TelemetryTracer,
  operation: Operation,
  fn: () => T | PromiseLike<T>,
  fields?: LogFields,
): Promise<T> {
  return runInSpan(tracer, operation.name, {}, operation, () => observe(operation, fn, fields));
}

/**
 * Runs one attempt of a retried operation in a child span. A failed attempt marks its own span and no other, so an
 * operation that succeeds later is no error.
 *
 * @param tracer A tracer of `@opentelemetry/api`.
 * @param operation The operation that is attempted.
 * @param attempt The number of the attempt, from 1 up; later ones carry `http.request.resend_count`.
 * @param fn The work.
 * @returns What `fn` returns; rejects with what it throws.
 */
export function traceAttempt<T>(
  tracer: TelemetryTracer,
  operation: Operation,
  attempt: number,
  fn: () => T | PromiseLike<T>,
): Promise<T> {
  const attributes: TelemetryAttributes = attempt > 1 ? { 'http.request.resend_count': attempt - 1 } : {};
  return runInSpan(tracer, `${operation.name}.attempt`, attributes, operation, fn);
}

function runInSpan<T>(
  tracer: TelemetryTracer,
  name: string,
  attributes: TelemetryAttributes,
  operation: Operation,
  fn: () => T | PromiseLike<T>,
): Promise<T> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await fn();
    } catch (error) {
      markFailure(span, operation.errorType(error), error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The description is the title of the class: the message may hold what a backend for traces must not see. */
function markFailure(span: TelemetrySpan, errorType: string, error: unknown): void {
  span.setAttribute('error.type', errorType);
  const title = readCodes(error).length > 0 ? readProperty(error, 'title') : undefined;
  span.setStatus(typeof title === 'string' ? { code: failed, message: title } : { code: failed });
}
