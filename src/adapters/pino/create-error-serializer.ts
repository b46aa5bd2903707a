import type { SerializedError } from '../../serialize/serialized-error.ts';
import type { SerializeOptions } from '../../serialize/serialize-error.ts';
import { serializeError } from '../../serialize/serialize-error.ts';

/** Holds how much of an error is logged, and what is hidden. */
export type ErrorSerializerOptions = Omit<SerializeOptions, 'internal'>;

/** Holds an error as it is logged: `type` as pino calls the name, and the causes and parts of it in the same form. */
export interface LoggedError extends Omit<SerializedError, 'cause' | 'errors' | 'foreign' | 'name' | 'v'> {
  /** The name of the class. */
  readonly type: string;
  /** What it was made from. */
  readonly cause?: LoggedError;
  /** The errors of an aggregate. */
  readonly errors?: readonly LoggedError[];
}

/**
 * Creates a serialiser of errors for pino: `pino({ serializers: { err: createErrorSerializer() } })`.
 *
 * It writes nothing on the error, so frozen errors and those of others are fine; it cuts cycles, hides secrets, and logs
 * codes, details, context and causes as data. Call `logger.error({ err }, 'what failed')`: given an error alone, pino takes
 * its message for the text of the line before any serialiser sees it.
 *
 * @param options How many causes and errors to write, and what to hide; secrets by default.
 * @returns The serialiser; it never throws, and nothing but `null` and `undefined` passes as it is.
 */
export function createErrorSerializer(options: ErrorSerializerOptions = {}): (thrown: unknown) => unknown {
  return (thrown) => {
    const isNothing = thrown === undefined || thrown === null;
    return isNothing ? thrown : toLoggedError(serializeError(thrown, { ...options, internal: true }));
  };
}

function toLoggedError({ v: _v, foreign: _foreign, name, cause, errors, ...rest }: SerializedError): LoggedError {
  return {
    type: name,
    ...rest,
    ...(cause && { cause: toLoggedError(cause) }),
    ...(errors && { errors: errors.map(toLoggedError) }),
  };
}
