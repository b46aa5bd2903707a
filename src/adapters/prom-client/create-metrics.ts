import { getOrCreateMetric } from './get-or-create-metric.ts';
import type { MetricsOptions } from './metrics-observer.ts';
import type {
  PromClient,
  PromConfiguration,
  PromCounter,
  PromGauge,
  PromHistogram,
  PromRegistry,
} from './prom-client.ts';

/** From a cache hit to a model that thinks for a minute. */
const defaultBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Holds the metrics of one registry. */
export interface Metrics {
  readonly errors: PromCounter;
  readonly errorDuration: PromHistogram;
  readonly operationDuration: PromHistogram;
  readonly retryAttempts: PromCounter;
  readonly breakerState: PromGauge;
  readonly breakerCalls: PromCounter;
}

/** Creates the metrics, or returns those that the registry already has. */
export function createMetrics<Registry extends PromRegistry>(
  { Counter, Histogram, Gauge, register }: PromClient<Registry>,
  { registry = register, prefix = 'octollm', bucketsSeconds = defaultBuckets }: MetricsOptions<Registry>,
): Metrics {
  const describe = (name: string, help: string, labelNames: string[]): PromConfiguration<Registry> => {
    return { name: `${prefix}_${name}`, help, labelNames, registers: [registry] };
  };
  const counter = (metric: PromConfiguration<Registry>): PromCounter =>
    getOrCreateMetric(registry, metric.name, 'inc', () => new Counter(metric));
  const histogram = (metric: PromConfiguration<Registry>): PromHistogram =>
    getOrCreateMetric(
      registry,
      metric.name,
      'observe',
      () => new Histogram({ ...metric, buckets: [...bucketsSeconds] }),
    );
  const gauge = (metric: PromConfiguration<Registry>): PromGauge =>
    getOrCreateMetric(registry, metric.name, 'set', () => new Gauge(metric));

  return {
    errors: counter(describe('errors_total', 'Total errors by type', ['error_type', 'component'])),
    errorDuration: histogram(describe('error_duration_seconds', 'Time until a failure was known', ['error_type'])),
    operationDuration: histogram(
      describe('operation_duration_seconds', 'Duration of operations', ['operation', 'error_type']),
    ),
    retryAttempts: counter(
      describe('retry_attempts_total', 'Decisions after a failed attempt', ['operation', 'outcome']),
    ),
    breakerState: gauge(
      describe('circuit_breaker_state', '1 for the state that a breaker is in, else 0', ['name', 'state']),
    ),
    breakerCalls: counter(
      describe('circuit_breaker_calls_total', 'Calls by how a breaker counted them', ['name', 'outcome']),
    ),
  };
}
