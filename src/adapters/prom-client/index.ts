/**
 * Keeps the metrics of the standard in prom-client.
 *
 * @module
 */

export { metricsObserver } from './metrics-observer.ts';
export type { MetricsOptions } from './metrics-observer.ts';
export type {
  PromClient,
  PromConfiguration,
  PromCounter,
  PromGauge,
  PromHistogram,
  PromRegistry,
} from './prom-client.ts';
