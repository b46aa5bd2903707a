import type { OctoLLMError } from '../../errors/octollm-error.ts';
import { readCodes } from '../../errors/brand.ts';
import { ValidationErrors } from '../../errors/validation-errors.ts';
import { parseRetryAfter } from '../../http/parse-retry-after.ts';
import { readBoom } from './declared/boom.ts';
import type { Convention, DeclaredFailure } from './declared/declared-failure.ts';
import { readFastifyError } from './declared/fastify.ts';
import { readHonoException } from './declared/hono.ts';
import { readHttpError } from './declared/http-errors.ts';
import { readNestException } from './declared/nest.ts';
import { readParserError } from './declared/parser-errors.ts';
import { readDeclaredHeaders } from './declared-headers.ts';
import { getErrorClass } from './refused-request.ts';

/** Nest stands before Hono, because both have `getResponse`. */
const conventions: readonly Convention[] = [
  readHttpError,
  readBoom,
  readFastifyError,
  readNestException,
  readHonoException,
  readParserError,
];

/** Holds an error of the standard that stands for one of a web framework, and the headers that this one asked for. */
export interface DeclaredError {
  readonly error: OctoLLMError;
  readonly headers: Readonly<Record<string, string>>;
  /** The status that the framework's error asked for; below 400 the response has no body. */
  readonly status: number;
}

/**
 * Converts an error that a web framework, its parsers or an HTTP error library threw in order to answer with a status;
 * `undefined` for every other value, above all for errors of the standard.
 */
export function toDeclaredError(thrown: unknown): DeclaredError | undefined {
  if (readCodes(thrown).length > 0) return undefined;
  for (const read of conventions) {
    const failure = read(thrown);
    if (failure !== undefined) return convert(failure);
  }
  return undefined;
}

function convert(failure: DeclaredFailure): DeclaredError {
  const headers = readDeclaredHeaders(failure.headers);
  return { error: createError(failure, headers), headers, status: failure.status };
}

function createError({ status, message, details, fields }: DeclaredFailure, headers: object): OctoLLMError {
  if (fields !== undefined) return ValidationErrors.of(fields);
  const errorClass = getErrorClass(status);
  const retryAfterMs = parseRetryAfter({ ...headers }, { nowEpochMs: Date.now() })?.ms;
  return new errorClass(message || errorClass.title, { status, details, retryAfterMs });
}
