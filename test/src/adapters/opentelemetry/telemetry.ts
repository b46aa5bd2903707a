import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, ContextManager, Tracer } from '@opentelemetry/api';
import { ROOT_CONTEXT, context } from '@opentelemetry/api';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import type { TelemetryLogger, TelemetryMeter } from '@octollm/errors/opentelemetry';
import type { DataPoint, ExponentialHistogram, Histogram } from '@opentelemetry/sdk-metrics';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';

/** Keeps the active context across awaits, as `@opentelemetry/context-async-hooks` does. */
class AsyncContextManager implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();

  active(): Context {
    return this.#storage.getStore() ?? ROOT_CONTEXT;
  }

  with<Args extends unknown[], F extends (...args: Args) => ReturnType<F>>(
    active: Context,
    fn: F,
    thisArg?: ThisParameterType<F>,
    ...args: Args
  ): ReturnType<F> {
    return this.#storage.run(active, () => fn.apply(thisArg, args));
  }

  bind<T>(_: Context, target: T): T {
    return target;
  }

  enable(): this {
    return this;
  }

  disable(): this {
    this.#storage.disable();
    return this;
  }
}

/** Holds one value of a metric with its attributes. */
export interface MetricPoint {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly value: number;
}

/** Runs the real SDKs of OpenTelemetry in memory. */
export class Telemetry {
  readonly #spans = new InMemorySpanExporter();
  readonly #logs = new InMemoryLogRecordExporter();
  readonly #metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  readonly #reader = new PeriodicExportingMetricReader({ exporter: this.#metrics });
  readonly tracer: Tracer = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(this.#spans)],
  }).getTracer('test');
  readonly meter: TelemetryMeter = new MeterProvider({ readers: [this.#reader] }).getMeter('test');
  readonly logger: TelemetryLogger = new LoggerProvider({
    processors: [new SimpleLogRecordProcessor({ exporter: this.#logs })],
  }).getLogger('test');

  constructor() {
    context.setGlobalContextManager(new AsyncContextManager());
  }

  get spans(): readonly ReadableSpan[] {
    return this.#spans.getFinishedSpans();
  }

  get logs(): readonly ReadableLogRecord[] {
    return this.#logs.getFinishedLogRecords();
  }

  /** Returns the points of a metric; of a histogram the sum. */
  async readMetric(name: string): Promise<readonly MetricPoint[]> {
    await this.#reader.forceFlush();
    const metrics =
      this.#metrics
        .getMetrics()
        .at(-1)
        ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
    const points = metrics
      .filter(({ descriptor }) => descriptor.name === name)
      .flatMap(({ dataPoints }): readonly DataPoint<number | Histogram | ExponentialHistogram>[] => dataPoints);
    return points.map(({ attributes, value }) => ({
      attributes,
      value: typeof value === 'number' ? value : (value.sum ?? 0),
    }));
  }

  async stop(): Promise<void> {
    context.disable();
    await this.#reader.shutdown();
  }
}
