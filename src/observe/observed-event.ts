import type { LogFields } from './logger.ts';

interface OfOperation {
  /** The name of the operation, such as `task.processing`. */
  readonly operation: string;
  /** What the caller said about this run, such as a task id; for logs and never for metrics. */
  readonly fields: LogFields;
}

/** Tells that an operation began. */
export interface OperationStarted extends OfOperation {
  readonly type: 'started';
}

/** Tells that an operation succeeded. */
export interface OperationCompleted extends OfOperation {
  readonly type: 'completed';
  /** How long it took, in milliseconds. */
  readonly durationMs: number;
}

/** Tells that an operation failed. */
export interface OperationFailed extends OfOperation {
  readonly type: 'failed';
  /** How long it took until it failed, in milliseconds. */
  readonly durationMs: number;
  /** The thrown value, as it is. */
  readonly error: unknown;
  /** Its type, from a closed set. */
  readonly errorType: string;
}

/** Tells that an attempt failed and that another follows. */
export interface OperationRetrying extends OfOperation {
  readonly type: 'retrying';
  /** The number of the attempt that failed, from 1 up. */
  readonly attempt: number;
  /** The wait before the next one, in milliseconds. */
  readonly delayMs: number;
  /** The thrown value, as it is. */
  readonly error: unknown;
  /** Its type, from a closed set. */
  readonly errorType: string;
}

/** Tells that no further attempt follows. */
export interface OperationGaveUp extends OfOperation {
  readonly type: 'gave_up';
  /** How many attempts there were. */
  readonly attempts: number;
  /** Why, such as `attempts` or `not_retryable`. */
  readonly reason: string;
  /** The thrown value, as it is. */
  readonly error: unknown;
  /** Its type, from a closed set. */
  readonly errorType: string;
}

/** Tells that a circuit breaker changed its state. */
export interface BreakerChanged {
  readonly type: 'breaker_changed';
  /** The name of the breaker. */
  readonly breaker: string;
  /** The state that it left, such as `closed`. */
  readonly from: string;
  /** The state that it is in now, such as `open`. */
  readonly to: string;
}

/** Tells how a circuit breaker counted a call, or that it refused one. */
export interface BreakerCalled {
  readonly type: 'breaker_called';
  /** The name of the breaker. */
  readonly breaker: string;
  /** How the call counted; `slow` is a success that took long. */
  readonly outcome: 'success' | 'failure' | 'ignored' | 'slow' | 'not_permitted';
}

/** Holds one thing that happened, for logs, metrics and traces alike. */
export type ObservedEvent =
  | OperationStarted
  | OperationCompleted
  | OperationFailed
  | OperationRetrying
  | OperationGaveUp
  | BreakerChanged
  | BreakerCalled;

/** Takes what happened; what it throws never reaches the operation. */
export type Observer = (event: ObservedEvent) => void;
