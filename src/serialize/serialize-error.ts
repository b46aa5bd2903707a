import { readCodes } from '../errors/brand.ts';
import { getErrorMessage } from '../errors/get-error-message.ts';
import { isError } from '../errors/is-error.ts';
import { OctoLLMError } from '../errors/octollm-error.ts';
import { readProperty } from '../errors/read-property.ts';
import { readText } from '../errors/read-text.ts';
import { pickErrorFields } from './error-fields.ts';
import type { Redactor } from './redact.ts';
import { redactEntry } from './redact.ts';
import type { SerializedError } from './serialized-error.ts';
import { toList } from './to-list.ts';
import { toPlain } from './to-plain.ts';

/** Says how much of an error is written down. */
export interface SerializeOptions {
  /**
   * Writes the full view: message, context, stack, causes and the errors of an aggregate. By default only what a client
   * may see is written.
   */
  readonly internal?: boolean;
  /** How many causes or aggregates may stand inside each other; 8 by default. */
  readonly maxDepth?: number;
  /** How many errors are written altogether; 32 by default. */
  readonly maxErrors?: number;
  /** Replaces texts and entries before they are written; by default `redactEntry`, which hides secrets. */
  readonly redact?: Redactor;
}

/**
 * Returns any thrown value as plain data that JSON and structured clone can carry; it never throws and never changes the
 * value. `createErrorRegistry` turns it back into an error.
 *
 * @param thrown An error of the hierarchy, a foreign one, also of another realm, or anything else.
 * @param options How much to write; by default no more than a client may see.
 */
export function serializeError(thrown: unknown, options: SerializeOptions = {}): SerializedError {
  const { internal = false, maxDepth = 8, maxErrors = 32, redact = redactEntry } = options;
  const ancestors = new Set<unknown>();
  let left = maxErrors - 1;
  return write(thrown);

  function write(error: unknown): SerializedError {
    const isOurs = readCodes(error).length > 0;
    const head = isOurs ? readOurs(error, internal, redact) : readForeign(error, internal, redact);
    return internal ? { ...head, ...readInside(error) } : head;
  }

  function readInside(error: unknown): Partial<SerializedError> {
    const context = toPlain(readProperty(error, 'context'), { redact });
    const stack = redact(readProperty(error, 'remoteStack') ?? readProperty(error, 'stack'), 'stack');
    const cause = readProperty(error, 'cause');
    const errors = toList(readProperty(error, 'errors')) ?? [];

    ancestors.add(error);
    const inner = cause === undefined ? [] : writeAll([cause]);
    const parts = writeAll(errors);
    ancestors.delete(error);

    const wanted = (cause === undefined ? 0 : 1) + errors.length;
    return {
      ...pickErrorFields({ context }),
      ...(typeof stack === 'string' && { stack }),
      ...(inner[0] && { cause: inner[0] }),
      ...(parts.length > 0 && { errors: parts }),
      ...(inner.length + parts.length < wanted && { truncated: true }),
    };
  }

  function writeAll(errors: readonly unknown[]): SerializedError[] {
    const written: SerializedError[] = [];
    for (const error of errors) {
      if (left <= 0 || ancestors.size > maxDepth) break;
      if (ancestors.has(error)) continue;
      left -= 1;
      written.push(write(error));
    }
    return written;
  }
}

function readOurs(error: unknown, isFull: boolean, redact: Redactor): SerializedError {
  const status = readProperty(error, 'status');
  const isPublic = isFull || (typeof status === 'number' && status >= 400 && status < 500);
  const title = readText(error, 'title') ?? OctoLLMError.title;
  const message = readText(error, 'message') || title;
  return {
    v: 1,
    code: readText(error, 'code') ?? OctoLLMError.code,
    kind: 'unknown',
    name: readText(error, 'name') ?? OctoLLMError.name,
    message: isPublic ? String(redact(message, '')) : title,
    ...pickErrorFields({
      kind: readProperty(error, 'kind'),
      status,
      severity: readProperty(error, 'severity'),
      details: isPublic ? toPlain(readProperty(error, 'details'), { redact }) : undefined,
      retryable: readProperty(error, 'retryable'),
      retryAfterMs: readProperty(error, 'retryAfterMs'),
    }),
  };
}

/** A foreign error keeps its code and the status it speaks of, because classification lives on them. */
function readForeign(error: unknown, isFull: boolean, redact: Redactor): SerializedError {
  const status = readProperty(error, 'status') ?? readProperty(error, 'statusCode');
  return {
    v: 1,
    code: (isFull && readText(error, 'code')) || OctoLLMError.code,
    kind: 'unknown',
    name: (isError(error) && readText(error, 'name')) || 'Error',
    message: isFull ? String(redact(getErrorMessage(error), '')) : OctoLLMError.title,
    foreign: true,
    ...(isFull && typeof status === 'number' && { details: { status_code: status } }),
  };
}
