import type { Severity } from '../catalog/catalog-entry.ts';

const numbers = { debug: 5, info: 9, warning: 13, error: 17, critical: 21 } as const satisfies Record<Severity, number>;

/**
 * Converts a severity of the standard to the number of OpenTelemetry's log data model: DEBUG 5 to FATAL 21.
 *
 * @param severity How urgent a failure is.
 */
export function toSeverityNumber(severity: Severity): 5 | 9 | 13 | 17 | 21 {
  return numbers[severity];
}
