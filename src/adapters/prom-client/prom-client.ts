/**
 * Counts events; the part of prom-client's `Counter` that is used.
 *
 * @external
 */
export interface PromCounter {
  inc(labels: Readonly<Record<string, string>>): void;
}

/**
 * Measures values; the part of prom-client's `Histogram` that is used.
 *
 * @external
 */
export interface PromHistogram {
  observe(labels: Readonly<Record<string, string>>, value: number): void;
}

/**
 * Shows a value; the part of prom-client's `Gauge` that is used.
 *
 * @external
 */
export interface PromGauge {
  set(labels: Readonly<Record<string, string>>, value: number): void;
}

/**
 * Holds metrics by name; the part of prom-client's `Registry` that is used.
 *
 * @external
 */
export interface PromRegistry {
  getSingleMetric(name: string): unknown;
}

/**
 * Describes a metric to prom-client.
 *
 * @external
 */
export interface PromConfiguration<Registry extends PromRegistry = PromRegistry> {
  readonly name: string;
  readonly help: string;
  readonly labelNames: string[];
  readonly registers: Registry[];
}

/**
 * Stands for the module `prom-client`, which the caller imports and passes on.
 *
 * @external
 */
export interface PromClient<Registry extends PromRegistry = PromRegistry> {
  readonly Counter: new (configuration: PromConfiguration<Registry>) => PromCounter;
  readonly Histogram: new (
    configuration: PromConfiguration<Registry> & { readonly buckets?: number[] },
  ) => PromHistogram;
  readonly Gauge: new (configuration: PromConfiguration<Registry>) => PromGauge;
  readonly register: Registry;
}
