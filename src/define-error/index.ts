export { defineError } from './define-error.ts';
export type { DefinedError, DefinedErrorClass, ErrorArguments, ErrorSpec } from './define-error.ts';
