/**
 * Records operations with OpenTelemetry: spans, metrics and exceptions.
 *
 * @module
 */

export type {
  InstrumentOptions,
  TelemetryAttributes,
  TelemetryCounter,
  TelemetryInstrument,
  TelemetryLogger,
  TelemetryLogRecord,
  TelemetryMeter,
  TelemetrySpan,
  TelemetryTracer,
} from './telemetry-api.ts';
export { telemetryObserver } from './telemetry-observer.ts';
export type { TelemetryOptions } from './telemetry-observer.ts';
export { traceAttempt, traceOperation } from './trace-operation.ts';
