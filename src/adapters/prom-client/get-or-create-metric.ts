import { ConfigurationError } from '../../errors/configuration-error.ts';
import { readProperty } from '../../errors/read-property.ts';
import type { PromRegistry } from './prom-client.ts';

/**
 * Returns the metric of that name from the registry, or creates it: prom-client throws when a name is registered twice,
 * as happens in tests, with hot reloading and with two installed copies.
 *
 * @param method What metrics of the type can do; two copies of prom-client have two classes, so no class tells the type.
 * @throws A `ConfigurationError` when the name belongs to a metric of another type.
 */
export function getOrCreateMetric<Metric>(
  registry: PromRegistry,
  name: string,
  method: string & keyof Metric,
  create: () => Metric,
): Metric {
  const existing = registry.getSingleMetric(name);
  if (existing === undefined) return create();
  if (hasMethod<Metric>(existing, method)) return existing;
  throw new ConfigurationError(
    `Could not register the metric ${name}: a metric of another type has that name; pass another prefix`,
  );
}

function hasMethod<Metric>(metric: unknown, method: string & keyof Metric): metric is Metric {
  return typeof readProperty(metric, method) === 'function';
}
