import type { ErrorRegistry } from './create-error-registry.ts';
import type { SerializeOptions } from './serialize-error.ts';
import { serializeError } from './serialize-error.ts';
import type { SerializedError } from './serialized-error.ts';

/** Holds how an operation ended, as a message that a worker, another process or a queue can carry. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: SerializedError };

/**
 * Runs an operation and returns how it ended; it never rejects. Post the outcome, and open it on the other side.
 *
 * @param operation What to run, synchronous or not.
 * @param options How much of a failure to write; by default the full view, because both sides are yours.
 */
export async function captureOutcome<T>(
  operation: () => T | PromiseLike<T>,
  options: SerializeOptions = {},
): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await operation() };
  } catch (error) {
    return { ok: false, error: serializeError(error, { internal: true, ...options }) };
  }
}

/**
 * Returns the value of an outcome, on the side that receives it.
 *
 * @param outcome The message as it arrived.
 * @param registry The classes that may come back.
 * @throws The error of the other side, brought back by the registry.
 */
export function openOutcome<T>(outcome: Outcome<T>, registry: ErrorRegistry): T {
  if (outcome.ok) return outcome.value;
  throw registry.deserialize(outcome.error);
}
