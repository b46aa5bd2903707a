/**
 * Logs errors with pino as data.
 *
 * @module
 */

export { createErrorSerializer } from './create-error-serializer.ts';
export type { ErrorSerializerOptions, LoggedError } from './create-error-serializer.ts';
