import type { ErrorKind, Severity } from '../catalog/catalog-entry.ts';
import { brand, readCodes } from './brand.ts';

/** Holds what is the same for every error of a class; what is left out is inherited. */
export interface ErrorClassDescription {
  /** The class name, as text, because a minifier renames classes. */
  readonly name: string;
  /** The stable code, such as `PAYMENT_FAILED`; no other class of the project may have it. */
  readonly code: string;
  /** What goes wrong in general, for policies to decide on. */
  readonly kind?: ErrorKind;
  /** The HTTP status of a response that reports the error. */
  readonly status?: number;
  /** How urgent an error of the class is. */
  readonly severity?: Severity;
  /** Whether trying again can help; `undefined` means that it depends on the cause. */
  readonly retryable?: boolean | undefined;
  /** What a client sees instead of the message of a status from 500 up. */
  readonly title: string;
}

/**
 * Describes an error class of your own, in its static block: `static { describeErrorClass(this, { ... }); }`.
 *
 * @param errorClass The class itself, a descendant of `OctoLLMError`.
 * @param errorClass.prototype What all its errors share.
 * @param description Its constants, which become properties of the class and of its prototype.
 */
export function describeErrorClass(
  errorClass: { readonly prototype: Error },
  { name, ...constants }: ErrorClassDescription,
): void {
  const { prototype } = errorClass;
  Object.assign(errorClass, constants);
  Object.defineProperty(errorClass, 'name', { value: name });
  // Enumerable, so that loggers which walk an error with `for in` show them.
  Object.assign(prototype, constants, { name, [brand]: [constants.code, ...readCodes(prototype)] });
}
