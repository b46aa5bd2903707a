/**
 * Builds an error class of your own from its description.
 *
 * @module
 */

export { defineError } from './define-error.ts';
export type { DefinedError, DefinedErrorClass, ErrorArguments, ErrorSpec } from './define-error.ts';
