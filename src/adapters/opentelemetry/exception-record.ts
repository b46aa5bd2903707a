import { readProperty } from '../../errors/read-property.ts';
import { describeFailure } from '../../observe/describe-failure.ts';
import { toFailureEvent } from '../../observe/failure-event.ts';
import { getSeverity } from '../../observe/get-severity.ts';
import { toLogLevel } from '../../observe/log-level.ts';
import type { OperationFailed } from '../../observe/observed-event.ts';
import { toSeverityNumber } from '../../observe/severity-number.ts';
import { redactText } from '../../serialize/redact.ts';
import type { TelemetryAttributes, TelemetryLogRecord } from './telemetry-api.ts';

/** Creates the log record of an exception, after OpenTelemetry's semantic conventions for exceptions in logs. */
export function createExceptionRecord({ operation, error, errorType }: OperationFailed): TelemetryLogRecord {
  const severity = getSeverity(error);
  return {
    eventName: 'exception',
    severityNumber: toSeverityNumber(severity),
    severityText: toLogLevel(severity).toUpperCase(),
    body: `${operation}.${toFailureEvent(operation, error)}`,
    attributes: {
      'octollm.operation': operation,
      'error.type': errorType,
      'exception.message': describeFailure(error),
      ...readText(error, 'name', 'exception.type'),
      ...readText(error, 'stack', 'exception.stacktrace'),
    },
  };
}

function readText(error: unknown, property: string, attribute: string): TelemetryAttributes {
  const text = readProperty(error, property);
  return typeof text === 'string' ? { [attribute]: redactText(text) } : {};
}
