/**
 * Writes errors as plain data without their secrets, and brings them back.
 *
 * @module
 */

export { createErrorRegistry } from './create-error-registry.ts';
export type { ErrorRegistry, RevivedError } from './create-error-registry.ts';
export { captureOutcome, openOutcome } from './outcome.ts';
export type { Outcome } from './outcome.ts';
export { keepEntry, redactEntry, redactText } from './redact.ts';
export type { Redactor } from './redact.ts';
export { RemoteError } from './remote-error.ts';
export { serializeError } from './serialize-error.ts';
export type { SerializeOptions } from './serialize-error.ts';
export type { SerializedError } from './serialized-error.ts';
export { standardErrorClasses } from './standard-error-classes.ts';
export { toPlain } from './to-plain.ts';
export type { PlainOptions } from './to-plain.ts';
