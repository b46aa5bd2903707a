import type { LogLevel } from './log-level.ts';

/** Holds what a log record says beside its event, by name. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * Takes structured log records: pino, bunyan, the logger of Fastify and `console` fit as they are; for winston and others
 * that want the message first, see `messageFirst`.
 */
export interface Logger {
  /**
   * Takes what only somebody who looks for a fault wants to know.
   *
   * @param fields What the record says by name.
   * @param event What happened, such as `task.processing.completed`.
   */
  debug(fields: LogFields, event: string): void;
  /**
   * Takes what happens as it should.
   *
   * @param fields What the record says by name.
   * @param event What happened, such as `task.processing.completed`.
   */
  info(fields: LogFields, event: string): void;
  /**
   * Takes what somebody should look at some day.
   *
   * @param fields What the record says by name.
   * @param event What happened, such as `task.processing.completed`.
   */
  warn(fields: LogFields, event: string): void;
  /**
   * Takes a failure that somebody should look at.
   *
   * @param fields What the record says by name.
   * @param event What happened, such as `task.processing.completed`.
   */
  error(fields: LogFields, event: string): void;
  /**
   * Takes a failure that is `critical`; without this method, `error` does.
   *
   * @param fields What the record says by name.
   * @param event What happened.
   */
  fatal?(fields: LogFields, event: string): void;
}

/** Takes the message before the fields, as winston does. */
export type MessageFirstLogger = {
  readonly [Level in Exclude<LogLevel, 'fatal'>]: (event: string, fields: LogFields) => unknown;
};

/**
 * Returns a logger that hands the message over first.
 *
 * @param logger Winston, or another one that wants it so; it gets `critical` as `error`.
 */
export function messageFirst(logger: MessageFirstLogger): Logger {
  return {
    debug: (fields, event) => void logger.debug(event, fields),
    info: (fields, event) => void logger.info(event, fields),
    warn: (fields, event) => void logger.warn(event, fields),
    error: (fields, event) => void logger.error(event, fields),
  };
}

/** Writes one record at a level that may be unknown to the logger. */
export function writeLog(logger: Logger, level: LogLevel, fields: LogFields, event: string): void {
  if (level === 'fatal' && !logger.fatal) logger.error(fields, event);
  else logger[level]?.(fields, event);
}
