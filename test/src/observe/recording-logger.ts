import type { LogFields, Logger } from '@octollm/errors/observe';

/** Holds one line that a logger was given. */
export interface LogLine {
  readonly level: string;
  readonly event: string;
  readonly fields: LogFields;
}

/** Keeps what it is given, so that a test can read it back. */
export class RecordingLogger implements Logger {
  readonly lines: LogLine[] = [];

  /** The level and the event of every line. */
  get events(): readonly string[] {
    return this.lines.map(({ level, event }) => `${level} ${event}`);
  }

  debug(fields: LogFields, event: string): void {
    this.lines.push({ level: 'debug', event, fields });
  }

  info(fields: LogFields, event: string): void {
    this.lines.push({ level: 'info', event, fields });
  }

  warn(fields: LogFields, event: string): void {
    this.lines.push({ level: 'warn', event, fields });
  }

  error(fields: LogFields, event: string): void {
    this.lines.push({ level: 'error', event, fields });
  }

  fatal(fields: LogFields, event: string): void {
    this.lines.push({ level: 'fatal', event, fields });
  }
}
