import type { TelemetryCounter, TelemetryInstrument, TelemetryMeter } from './telemetry-api.ts';

/** Holds the instruments of one meter. */
export interface Instruments {
  readonly operationDuration: TelemetryInstrument;
  readonly retryAttempts: TelemetryCounter;
  readonly breakerCalls: TelemetryCounter;
  readonly breakerState: TelemetryInstrument;
}

/** Creates the instruments; a meter returns the same one for the same name. */
export function createInstruments(meter: TelemetryMeter): Instruments {
  return {
    operationDuration: meter.createHistogram('octollm.operation.duration', {
      description: 'Duration of operations',
      unit: 's',
    }),
    retryAttempts: meter.createCounter('octollm.retry.attempts', {
      description: 'Decisions after a failed attempt',
      unit: '{attempt}',
    }),
    breakerCalls: meter.createCounter('octollm.circuit_breaker.calls', {
      description: 'Calls by how a breaker counted them',
      unit: '{call}',
    }),
    breakerState: meter.createGauge('octollm.circuit_breaker.state', {
      description: '1 for the state that a breaker is in, else 0',
      unit: '1',
    }),
  };
}
