/** Holds attributes of a span, a metric or a log record. */
export type TelemetryAttributes = Record<string, string | number>;

/**
 * Stands for a span; the part of `@opentelemetry/api` that is used.
 *
 * @external
 */
export interface TelemetrySpan {
  setAttribute(key: string, value: string | number): unknown;
  setStatus(status: { code: 2; message?: string }): unknown;
  end(): void;
}

/**
 * Starts spans; the part of `@opentelemetry/api` that is used.
 *
 * @external
 */
export interface TelemetryTracer {
  startActiveSpan<T>(name: string, options: { attributes: TelemetryAttributes }, fn: (span: TelemetrySpan) => T): T;
}

/**
 * Counts events; the part of `@opentelemetry/api` that is used.
 *
 * @external
 */
export interface TelemetryCounter {
  add(value: number, attributes: TelemetryAttributes): void;
}

/**
 * Records values; the part of `@opentelemetry/api` that is used.
 *
 * @external
 */
export interface TelemetryInstrument {
  record(value: number, attributes: TelemetryAttributes): void;
}

/**
 * Describes an instrument; the part of `@opentelemetry/api` that is used.
 *
 * @external
 */
export interface InstrumentOptions {
  description: string;
  unit: string;
}

/**
 * Creates instruments; the part of `@opentelemetry/api` that is used.
 *
 * @external
 */
export interface TelemetryMeter {
  createCounter(name: string, options: InstrumentOptions): TelemetryCounter;
  createHistogram(name: string, options: InstrumentOptions): TelemetryInstrument;
  createGauge(name: string, options: InstrumentOptions): TelemetryInstrument;
}

/**
 * Describes something that happened; the part of `@opentelemetry/api-logs` that is used.
 *
 * @external
 */
export interface TelemetryLogRecord {
  eventName: string;
  severityNumber: number;
  severityText: string;
  body: string;
  attributes: TelemetryAttributes;
}

/**
 * Takes log records; the part of `@opentelemetry/api-logs` that is used.
 *
 * @external
 */
export interface TelemetryLogger {
  emit(record: TelemetryLogRecord): void;
}
