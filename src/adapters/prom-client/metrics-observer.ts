import { FailureMarks } from '../../observe/failure-marks.ts';
import { createLabelGate, otherLabel } from '../../observe/label-gate.ts';
import type { BreakerChanged, Observer, OperationFailed } from '../../observe/observed-event.ts';
import type { Metrics } from './create-metrics.ts';
import { createMetrics } from './create-metrics.ts';
import type { PromClient, PromRegistry } from './prom-client.ts';

/** Holds the settings of the metrics. */
export interface MetricsOptions<Registry extends PromRegistry = PromRegistry> {
  /** The part of the system that reports, such as `orchestrator`: the label `component` of the error counter. */
  readonly component: string;
  /** Where the metrics live; by default the registry of the module. */
  readonly registry?: Registry;
  /** The first word of every name; `octollm` by default, as the standard has it. */
  readonly prefix?: string;
  /** The upper bounds of the histograms, in seconds; 5 ms to 60 s by default. */
  readonly bucketsSeconds?: readonly number[];
  /** How many different operations, and how many breakers, get a label of their own; 100 each by default. */
  readonly limit?: number;
}

/**
 * Creates an observer that keeps the standard's metrics in prom-client. All labels come from closed sets: what exceeds
 * them is `_OTHER`.
 *
 * - `octollm_errors_total{error_type,component}` and `octollm_error_duration_seconds{error_type}`: each failure once, in
 *   the innermost operation that saw it.
 * - `octollm_operation_duration_seconds{operation,error_type}`: every run; `error_type` only where it failed.
 * - `octollm_retry_attempts_total{operation,outcome}`: `retried`, or why there was no further attempt.
 * - `octollm_circuit_breaker_state{name,state}` (1 for the state it is in, else 0) and
 *   `octollm_circuit_breaker_calls_total{name,outcome}`.
 *
 * @param promClient The module `prom-client`.
 * @param options Component, registry, prefix, buckets and limits. Metrics that the registry already has are used.
 * @throws A `ConfigurationError` when the registry has a metric of another type under one of the names.
 */
export function metricsObserver<Registry extends PromRegistry>(
  promClient: PromClient<Registry>,
  options: MetricsOptions<Registry>,
): Observer {
  const { component, limit } = options;
  const metrics = createMetrics(promClient, options);
  const counted = new FailureMarks();
  const admitOperation = createLabelGate(limit);
  const admitBreaker = createLabelGate(limit);
  const admitReason = createLabelGate(16);

  return (event) => {
    switch (event.type) {
      case 'started':
        return undefined;
      case 'completed':
        return metrics.operationDuration.observe(
          { operation: admitOperation(event.operation) },
          event.durationMs / 1000,
        );
      case 'failed':
        return countFailure(metrics, counted, event, { component, operation: admitOperation(event.operation) });
      case 'retrying':
        return metrics.retryAttempts.inc({ operation: admitOperation(event.operation), outcome: 'retried' });
      case 'gave_up':
        return metrics.retryAttempts.inc({
          operation: admitOperation(event.operation),
          outcome: admitReason(event.reason),
        });
      case 'breaker_changed':
        return showState(metrics, event, admitBreaker(event.breaker));
      case 'breaker_called':
        return metrics.breakerCalls.inc({ name: admitBreaker(event.breaker), outcome: event.outcome });
    }
  };
}

function countFailure(
  metrics: Metrics,
  counted: FailureMarks,
  { error, errorType, durationMs }: OperationFailed,
  { component, operation }: { readonly component: string; readonly operation: string },
): void {
  const seconds = durationMs / 1000;
  metrics.operationDuration.observe({ operation, error_type: errorType }, seconds);
  if (counted.has(error)) return;
  counted.add(error);
  metrics.errors.inc({ error_type: errorType, component });
  metrics.errorDuration.observe({ error_type: errorType }, seconds);
}

/** Breakers beyond the limit share a name, and one gauge cannot show the states of several. */
function showState(metrics: Metrics, { from, to }: BreakerChanged, name: string): void {
  if (name === otherLabel) return;
  metrics.breakerState.set({ name, state: from }, 0);
  metrics.breakerState.set({ name, state: to }, 1);
}
