/**
 * Turns what happens into logs and metrics; one failure is recorded once.
 *
 * @module
 */

export { createErrorTypeReader } from './error-type.ts';
export type { ErrorTypeOptions, ErrorTypeReader } from './error-type.ts';
export { getSeverity } from './get-severity.ts';
export { createLabelGate, otherLabel } from './label-gate.ts';
export { logEvents } from './log-events.ts';
export { messageFirst } from './logger.ts';
export type { LogFields, Logger, MessageFirstLogger } from './logger.ts';
export { toLogLevel } from './log-level.ts';
export type { LogLevel } from './log-level.ts';
export { observe } from './observe.ts';
export type {
  BreakerCalled,
  BreakerChanged,
  ObservedEvent,
  Observer,
  OperationCompleted,
  OperationFailed,
  OperationGaveUp,
  OperationRetrying,
  OperationStarted,
} from './observed-event.ts';
export { createOperation } from './operation.ts';
export type { Operation, OperationOptions } from './operation.ts';
export { recordError } from './record-error.ts';
export { recordOnce } from './record-once.ts';
export { retryHooks } from './retry-hooks.ts';
export type { RetryHooks } from './retry-hooks.ts';
export { toSeverityNumber } from './severity-number.ts';
export { track } from './track.ts';
