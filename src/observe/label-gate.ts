/** Stands for every value outside a closed set, as OpenTelemetry's conventions name it. */
export const otherLabel = '_OTHER';

/**
 * Creates a gate that lets a bounded number of different values through and turns every further one into `_OTHER`, so
 * that a metric cannot grow a series for each request.
 *
 * @param limit How many different values pass; 100 by default.
 */
export function createLabelGate(limit = 100): (value: string) => string {
  const seen = new Set<string>();
  return (value) => {
    if (!seen.has(value) && seen.size >= limit) return otherLabel;
    seen.add(value);
    return value;
  };
}
