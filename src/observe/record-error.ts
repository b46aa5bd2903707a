import { describeFailure } from './describe-failure.ts';
import { getSeverity } from './get-severity.ts';
import { toLogLevel } from './log-level.ts';
import type { LogFields, Logger } from './logger.ts';
import { writeLog } from './logger.ts';
import { recordOnce } from './record-once.ts';
import { toErrField } from './to-err-field.ts';

/**
 * Writes a failure to a log at the level of its severity, unless some layer already did: for the boundary that turns it
 * into a response. The record has its words without secrets as `error`, and the value itself as `err`, which is for the
 * serialiser of the logger; `console`, which has none, gets it as data without secrets.
 *
 * @param logger Pino, `console` or anything of that shape.
 * @param thrown The value that was caught.
 * @param event What failed, such as `request.failed`.
 * @param fields What else to say.
 * @returns Whether this call wrote it.
 * @throws What the logger throws; the failure then counts as not recorded.
 */
export function recordError(logger: Logger, thrown: unknown, event: string, fields: LogFields = {}): boolean {
  return recordOnce(thrown, () => {
    const error = describeFailure(thrown);
    writeLog(logger, toLogLevel(getSeverity(thrown)), { ...fields, error, err: toErrField(logger, thrown) }, event);
  });
}
