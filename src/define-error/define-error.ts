import type { ErrorClassDescription } from '../errors/describe-error-class.ts';
import { describeErrorClass } from '../errors/describe-error-class.ts';
import type { ErrorClassOf, ErrorDetails, OctoLLMErrorOptions } from '../errors/octollm-error.ts';
import { OctoLLMError } from '../errors/octollm-error.ts';

/** Describes an error class in one value. */
export interface ErrorSpec<
  Code extends string,
  Details extends ErrorDetails,
  Parent extends OctoLLMError,
> extends ErrorClassDescription {
  /** The stable code, such as `PAYMENT_FAILED`; its literal becomes the type of `code`. */
  readonly code: Code;
  /** The class that it extends and inherits from what is left out here; `OctoLLMError` by default. */
  readonly parent?: ErrorClassOf<Parent>;
  /** Says what happened from the details, whose type it gives; the title by default. */
  readonly message?: (details: Details) => string;
}

/** Stands for an error of a defined class: an error of its parent whose code and details have their own types. */
export type DefinedError<Code extends string, Details extends ErrorDetails, Parent extends OctoLLMError> = Parent & {
  /** The stable code of the class. */
  readonly code: Code;
  /** What a client may see. */
  readonly details: Details;
};

/** Lists what a defined class takes: the details may be left out where all of them are optional. */
export type ErrorArguments<Details extends ErrorDetails> =
  Record<never, never> extends Details
    ? [message: string, options?: OctoLLMErrorOptions<Details>]
    : [message: string, options: OctoLLMErrorOptions<Details> & { readonly details: Details }];

/** Stands for a defined class. */
export interface DefinedErrorClass<
  Code extends string,
  Details extends ErrorDetails,
  Parent extends OctoLLMError,
> extends Required<Omit<ErrorClassDescription, 'code'>> {
  new (...args: ErrorArguments<Details>): DefinedError<Code, Details, Parent>;
  /** What its errors share. */
  readonly prototype: DefinedError<Code, Details, Parent>;
  /** The stable code of the class. */
  readonly code: Code;
  /**
   * Tells whether a value is an error of this class or of a descendant, also one of another copy or realm.
   *
   * @param value Anything, such as what was caught.
   */
  isInstance(value: unknown): value is DefinedError<Code, Details, Parent>;
  /**
   * Creates an error from its details; its message comes from the spec.
   *
   * @param details What a client may see.
   * @param options The cause, internal context and what differs from the class.
   */
  of(details: Details, options?: Omit<OctoLLMErrorOptions<Details>, 'details'>): DefinedError<Code, Details, Parent>;
}

/**
 * Returns an error class of the hierarchy from its description, for classes that need nothing but constants and a message.
 *
 * @param spec Name, code, title and what differs from the parent. The parameter of `message` types the details.
 */
export function defineError<
  const Code extends string,
  Details extends ErrorDetails = ErrorDetails,
  Parent extends OctoLLMError = OctoLLMError,
>(spec: ErrorSpec<Code, Details, Parent>): DefinedErrorClass<Code, Details, Parent> {
  const { parent = OctoLLMError, message, ...description } = spec;
  // Any class of the hierarchy takes a message and options; its static side is that of the root.
  const Base = parent as typeof OctoLLMError;
  const errorClass = class extends Base {
    static of(details: Details, options: OctoLLMErrorOptions = {}): OctoLLMError {
      return new this(message?.(details) ?? spec.title, { ...options, details });
    }
  };
  describeErrorClass(errorClass, description);
  // What the description adds to the class, only this function knows.
  return errorClass as unknown as DefinedErrorClass<Code, Details, Parent>;
}
