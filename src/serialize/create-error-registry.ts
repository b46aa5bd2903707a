import { ConfigurationError } from '../errors/configuration-error.ts';
import type { ErrorClassOf, OctoLLMError } from '../errors/octollm-error.ts';
import { readProperty } from '../errors/read-property.ts';
import { readText } from '../errors/read-text.ts';
import { pickErrorFields } from './error-fields.ts';
import { keepEntry } from './redact.ts';
import { RemoteError } from './remote-error.ts';
import { toList } from './to-list.ts';
import { toPlain } from './to-plain.ts';

/** Stands for an error that came from another process; where it failed there stands in `remoteStack`. */
export type RevivedError = OctoLLMError & { readonly remoteStack?: string | undefined };

/** Knows error classes by their codes, and brings errors back that were sent as plain data. */
export interface ErrorRegistry {
  /**
   * Tells whether a class with this code is known.
   *
   * @param code Such as `TASK_NOT_FOUND`.
   */
  has(code: string): boolean;
  /**
   * Returns the error that plain data describes; a code that is not known gives a `RemoteError`, which keeps it. It never
   * throws: what cannot be read is left out, whoever wrote it.
   *
   * @param json What `serializeError` returned, after JSON, structured clone or not, also of a later version.
   */
  deserialize(json: unknown): RevivedError;
}

// Structured clone carries cycles, and whoever wrote the data may not be a friend.
const maxErrors = 256;

/**
 * Creates a registry of error classes.
 *
 * No constructor is called to bring an error back, so a class may take whatever arguments it likes.
 *
 * @param classes The classes to bring back, such as `standardErrorClasses` and those of the project.
 * @throws A `ConfigurationError` when two classes have one code, as a class has that nobody described.
 */
export function createErrorRegistry(classes: readonly ErrorClassOf<OctoLLMError>[]): ErrorRegistry {
  const byCode = new Map<string, ErrorClassOf<OctoLLMError>>();
  for (const errorClass of classes) {
    if (byCode.has(errorClass.code)) {
      throw new ConfigurationError(
        `Could not register an error class: the code ${errorClass.code} is taken; describe the class with its own code`,
      );
    }
    byCode.set(errorClass.code, errorClass);
  }

  function deserialize(json: unknown): RevivedError {
    let left = maxErrors;
    return revive(json);

    function revive(record: unknown): RevivedError {
      left -= 1;
      const error = build(record);
      const cause = readProperty(record, 'cause');
      const errors = toList(readProperty(record, 'errors'));
      if (cause !== undefined && left > 0) defineHidden(error, 'cause', revive(cause));
      const parts = errors?.flatMap((inner) => (left > 0 ? [revive(inner)] : []));
      defineHidden(error, 'errors', parts);
      return error;
    }
  }

  function build(record: unknown): RevivedError {
    const code = readText(record, 'code');
    const known = readProperty(record, 'foreign') === true ? undefined : byCode.get(code ?? '');
    const message = readText(record, 'message') ?? '';
    // Builds a real error with the prototype of the class, without running any constructor of the hierarchy.
    const error: RevivedError = Reflect.construct(Error, [message], known ?? RemoteError);

    Object.assign(error, readFields(record), !known && code && { code });
    defineHidden(error, 'remoteName', known ? undefined : readText(record, 'name'));
    defineHidden(error, 'remoteStack', readText(record, 'stack'));
    return error;
  }

  return { has: (code) => byCode.has(code), deserialize };
}

function readFields(json: unknown): object {
  const names = ['kind', 'status', 'severity', 'details', 'context', 'retryable', 'retryAfterMs'];
  const entries = names.map((name) => [name, toPlain(readProperty(json, name), { redact: keepEntry })]);
  return pickErrorFields(Object.fromEntries(entries));
}

/** Defines what the platform hides as well, so that a logger does not print it as one more field. */
function defineHidden(error: object, name: string, value: unknown): void {
  if (value === undefined) return;
  Object.defineProperty(error, name, { value, configurable: true, writable: true });
}
