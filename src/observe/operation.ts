import type { Clock } from '../time/clock.ts';
import { systemClock } from '../time/system-clock.ts';
import type { ErrorTypeReader } from './error-type.ts';
import { createErrorTypeReader } from './error-type.ts';
import { otherLabel } from './label-gate.ts';
import type { Observer } from './observed-event.ts';

/** Holds the settings of an operation. */
export interface OperationOptions {
  /** Who is told what happens: `logEvents(logger)`, the metrics of an adapter, functions of your own. */
  readonly observers: readonly Observer[];
  /** Names the types of failures; by default a reader of its own. */
  readonly errorType?: ErrorTypeReader;
  /** Called with what an observer threw; without it that is dropped, because a broken logger must break no operation. */
  readonly onObserverError?: (error: unknown) => void;
  /** Times the runs; `systemClock` by default. */
  readonly clock?: Clock;
}

/** Stands for one kind of work that is observed, such as `task.processing`; create it once and use it for every run. */
export interface Operation {
  /** What is done, such as `task.processing`. */
  readonly name: string;
  /** Times the runs. */
  readonly clock: Clock;
  /** Names the type of a failure; it never throws. */
  readonly errorType: ErrorTypeReader;
  /** Tells all observers; it never throws. */
  readonly emit: Observer;
}

/**
 * Creates an operation.
 *
 * @param name What is done, in lower case, subject first: `task.processing`. It labels metrics, so it holds no ids.
 * @param options Observers, error types and clock.
 */
export function createOperation(name: string, options: OperationOptions): Operation {
  const { observers, errorType = createErrorTypeReader(), onObserverError, clock = systemClock } = options;
  return {
    name,
    clock,
    errorType: (thrown) => readErrorType(errorType, thrown),
    emit: createEmitter(observers, onObserverError),
  };
}

/** Returns the type that a reader gives; a reader that throws must not take the place of the failure. */
function readErrorType(errorType: ErrorTypeReader, thrown: unknown): string {
  try {
    return errorType(thrown);
  } catch {
    // expected: a reader of somebody else may fail on a value that it has never seen.
    return otherLabel;
  }
}

/** Creates what tells several observers; none of them can keep an event from the others or throw at the caller. */
function createEmitter(observers: readonly Observer[], onObserverError?: (error: unknown) => void): Observer {
  return (event) => {
    for (const observer of observers) {
      try {
        observer(event);
      } catch (error) {
        report(error, onObserverError);
      }
    }
  };
}

function report(error: unknown, onObserverError: ((error: unknown) => void) | undefined): void {
  try {
    onObserverError?.(error);
  } catch {
    // expected: there is nobody left to tell.
  }
}
