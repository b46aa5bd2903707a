import { serializeError } from '../serialize/serialize-error.ts';
import type { Logger } from './logger.ts';

/**
 * Returns what a record has as `err`: the thrown value itself, which the serialiser of the logger turns into data.
 * `console` has none and prints all that it is given, so it gets the data, without secrets.
 */
export function toErrField(logger: Logger, thrown: unknown): unknown {
  return logger === console ? serializeError(thrown, { internal: true }) : thrown;
}
