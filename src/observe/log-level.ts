import type { Severity } from '../catalog/catalog-entry.ts';

/** Names a method of a logger. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/**
 * Converts a severity of the standard to the level that loggers call it.
 *
 * @param severity How urgent a failure is.
 */
export function toLogLevel(severity: Severity): LogLevel {
  if (severity === 'warning') return 'warn';
  return severity === 'critical' ? 'fatal' : severity;
}
