/**
 * Checks input and reports every broken rule, or the first one.
 *
 * @module
 */

export type { FieldSteps } from '../errors/field-path.ts';
export { collectErrors } from './collect-errors.ts';
export type { ErrorCollector, FieldPath, ValidateOptions } from './collect-errors.ts';
export { fromIssues } from './from-issues.ts';
export { isBlank } from './is-blank.ts';
export { validate } from './validate.ts';
export type { ValidationRule } from './validate.ts';
