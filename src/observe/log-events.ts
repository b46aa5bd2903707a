import { describeFailure } from './describe-failure.ts';
import { toFailureEvent } from './failure-event.ts';
import { getSeverity } from './get-severity.ts';
import { toLogLevel } from './log-level.ts';
import type { LogFields, Logger } from './logger.ts';
import { writeLog } from './logger.ts';
import type {
  BreakerChanged,
  Observer,
  OperationFailed,
  OperationGaveUp,
  OperationRetrying,
} from './observed-event.ts';
import { recordOnce } from './record-once.ts';
import { toErrField } from './to-err-field.ts';

/**
 * Creates an observer that writes structured log records with the names of the standard: `task.processing.started`,
 * `.completed`, `.not_found`, `.arm_unavailable`, `.unexpected_error`, `.retrying`, `.gave_up`, `circuit_breaker.opened`.
 *
 * A failure is written once, at the level of its severity, with the error as `err`; operations around it, and handlers
 * that use `recordOnce` or `recordError`, only add a `debug` line. What is retried is a warning and not a failure.
 *
 * @param logger Pino, `console` or anything of that shape.
 */
export function logEvents(logger: Logger): Observer {
  return (event) => {
    switch (event.type) {
      case 'started':
        return logger.info(event.fields, `${event.operation}.started`);
      case 'completed':
        return logger.info(
          { ...event.fields, duration_ms: Math.round(event.durationMs) },
          `${event.operation}.completed`,
        );
      case 'failed':
        return logFailure(logger, event);
      case 'retrying':
        return logger.warn(describeRetry(event), `${event.operation}.retrying`);
      case 'gave_up':
        return logGivingUp(logger, event);
      case 'breaker_changed':
        return logBreaker(logger, event);
      case 'breaker_called':
        return undefined; // One line a call would say nothing that the operation does not say.
    }
  };
}

function logFailure(logger: Logger, event: OperationFailed): void {
  const { operation, error, errorType } = event;
  const name = `${operation}.${toFailureEvent(operation, error)}`;
  const fields = { ...event.fields, duration_ms: Math.round(event.durationMs), error_type: errorType };
  const isRecorded = recordOnce(error, () => {
    const level = toLogLevel(getSeverity(error));
    writeLog(logger, level, { ...fields, error: describeFailure(error), err: toErrField(logger, error) }, name);
  });
  if (!isRecorded) logger.debug(fields, name);
}

function describeRetry({ fields, attempt, delayMs, error, errorType }: OperationRetrying): LogFields {
  return {
    ...fields,
    attempt,
    delay_ms: Math.round(delayMs),
    error_type: errorType,
    error: describeFailure(error),
  };
}

/** An abort, and a first attempt that was not worth a second one, say nothing that the failure does not say. */
function logGivingUp(logger: Logger, { operation, fields, attempts, reason, errorType }: OperationGaveUp): void {
  const isNews = reason === 'budget' || reason === 'policy_failed' || (attempts > 1 && reason !== 'aborted');
  const level = isNews ? 'warn' : 'debug';
  logger[level]({ ...fields, attempts, reason, error_type: errorType }, `${operation}.gave_up`);
}

function logBreaker(logger: Logger, { breaker, from, to }: BreakerChanged): void {
  const level = to === 'open' || to === 'isolated' ? 'warn' : 'info';
  logger[level]({ breaker, from, to }, `circuit_breaker.${to === 'open' ? 'opened' : to}`);
}
