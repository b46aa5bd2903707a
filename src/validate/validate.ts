import type { ErrorCollector, ValidateOptions } from './collect-errors.ts';
import { collectErrors } from './collect-errors.ts';

/**
 * Checks one thing, or several, of an input and reports what is wrong.
 *
 * @param input What to check; it must not be changed.
 * @param errors Takes each broken rule.
 */
export type ValidationRule<T> = (input: T, errors: ErrorCollector) => void;

/**
 * Checks an input against rules and returns it; the same rules serve both patterns of the standard, the early return and
 * the aggregation.
 *
 * @param input What to check; it is not changed.
 * @param rules One rule or several, which run in order.
 * @param options Whether the first broken rule throws, or all are collected (the default).
 * @throws An `InvalidInputError` for the first broken rule, in the mode `fail-fast`.
 * @throws A `ValidationErrors` with all broken rules, in the mode `collect`.
 */
export function validate<T>(
  input: T,
  rules: ValidationRule<T> | readonly ValidationRule<T>[],
  options: ValidateOptions = {},
): T {
  const errors = collectErrors(options);
  for (const rule of [rules].flat()) rule(input, errors);
  errors.throwIfAny();
  return input;
}
