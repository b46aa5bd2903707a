import { FailureMarks } from '../../observe/failure-marks.ts';
import { createLabelGate, otherLabel } from '../../observe/label-gate.ts';
import type { BreakerChanged, Observer, OperationCompleted, OperationFailed } from '../../observe/observed-event.ts';
import { createExceptionRecord } from './exception-record.ts';
import type { Instruments } from './instruments.ts';
import { createInstruments } from './instruments.ts';
import type { TelemetryLogger, TelemetryMeter } from './telemetry-api.ts';

/** Holds where the telemetry goes; what is left out is not recorded. */
export interface TelemetryOptions {
  /** A meter of `@opentelemetry/api`. */
  readonly meter?: TelemetryMeter;
  /** A logger of `@opentelemetry/api-logs`. */
  readonly logger?: TelemetryLogger;
  /** How many different operations, and how many breakers, get an attribute value of their own; 100 each by default. */
  readonly limit?: number;
}

/**
 * Creates an observer for OpenTelemetry: metrics with `error.type` on failures only, and one log record an exception,
 * at the severity of the error, however many operations it passes.
 *
 * - `octollm.operation.duration` (s) by `octollm.operation` and, on failure, `error.type`: the same type as on the span.
 * - `octollm.retry.attempts` by `octollm.operation` and `octollm.retry.outcome`.
 * - `octollm.circuit_breaker.calls` by name and outcome, `octollm.circuit_breaker.state` (1 or 0) by name and state.
 *
 * @param options Meter, logger and limits.
 */
export function telemetryObserver({ meter, logger, limit }: TelemetryOptions): Observer {
  const instruments = meter && createInstruments(meter);
  const recorded = new FailureMarks();
  const admitOperation = createLabelGate(limit);
  const admitBreaker = createLabelGate(limit);
  const admitReason = createLabelGate(16);

  return (event) => {
    if (event.type === 'failed' && logger && !recorded.has(event.error)) {
      logger.emit(createExceptionRecord(event));
      recorded.add(event.error);
    }
    if (!instruments) return;
    switch (event.type) {
      case 'started':
        return;
      case 'completed':
      case 'failed':
        return recordDuration(instruments, event, admitOperation(event.operation));
      case 'retrying':
      case 'gave_up':
        return instruments.retryAttempts.add(1, {
          'octollm.operation': admitOperation(event.operation),
          'octollm.retry.outcome': event.type === 'retrying' ? 'retried' : admitReason(event.reason),
        });
      case 'breaker_called':
        return instruments.breakerCalls.add(1, {
          'octollm.circuit_breaker.name': admitBreaker(event.breaker),
          'octollm.circuit_breaker.outcome': event.outcome,
        });
      case 'breaker_changed':
        return showState(instruments, event, admitBreaker(event.breaker));
    }
  };
}

function recordDuration(
  { operationDuration }: Instruments,
  event: OperationCompleted | OperationFailed,
  operation: string,
): void {
  operationDuration.record(event.durationMs / 1000, {
    'octollm.operation': operation,
    ...(event.type === 'failed' && { 'error.type': event.errorType }),
  });
}

/** Breakers beyond the limit share a name, and one gauge cannot show the states of several. */
function showState({ breakerState }: Instruments, { from, to }: BreakerChanged, name: string): void {
  if (name === otherLabel) return;
  const of = (state: string): Record<string, string> => ({
    'octollm.circuit_breaker.name': name,
    'octollm.circuit_breaker.state': state,
  });
  breakerState.record(0, of(from));
  breakerState.record(1, of(to));
}
