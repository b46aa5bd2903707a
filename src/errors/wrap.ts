import { readCodes } from './brand.ts';
import { getErrorMessage } from './get-error-message.ts';
import type { ErrorDetails, OctoLLMError, OctoLLMErrorOptions } from './octollm-error.ts';

/** Holds what the new error gets beside its cause. */
export interface WrapOptions<Details extends ErrorDetails> extends Omit<OctoLLMErrorOptions<Details>, 'cause'> {
  /**
   * What was attempted. By default the title of the class; where clients never see the message, the message of the cause
   * follows it.
   */
  readonly message?: string;
}

/** Stands for a class of the hierarchy that can be built. */
export interface ErrorConstructorOf<E extends OctoLLMError, Details extends ErrorDetails> {
  /**
   * Creates an error.
   *
   * @param message What was attempted, on what, and why it failed.
   * @param options The cause, public details, internal context and what differs from the class.
   */
  new (message: string, options?: OctoLLMErrorOptions<Details>): E;
  /** The HTTP status of its errors. */
  readonly status: number;
  /** What clients see of its errors where the status is 500 or more. */
  readonly title: string;
}

/**
 * Wraps a foreign value in an error of the hierarchy; an error that already belongs to it passes through unchanged, so
 * that a catch-all never turns a 404 into a 500.
 *
 * @param caught The value that was caught; it becomes the cause.
 * @param as The class of the new error.
 * @param options Its message, details, context and what differs from the class.
 */
export function wrap<E extends OctoLLMError, Details extends ErrorDetails>(
  caught: unknown,
  as: ErrorConstructorOf<E, Details>,
  options: WrapOptions<Details> = {},
): E | OctoLLMError {
  if (isOurs(caught)) return caught;
  const { message = as.status < 500 ? as.title : `${as.title}: ${getErrorMessage(caught)}`, ...rest } = options;
  return new as(message, { ...rest, cause: caught });
}

function isOurs(value: unknown): value is OctoLLMError {
  return readCodes(value).length > 0;
}
