/// <reference lib="es2022.error" preserve="true" />
import type { ErrorKind, Severity } from '../catalog/catalog-entry.ts';
import { readCodes } from './brand.ts';
import { describeErrorClass } from './describe-error-class.ts';
import type { PublicError } from './public-error.ts';

/** Holds details by name: public, so neither secrets nor texts of other errors, and JSON-safe. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** Holds what every error class takes beside its message. */
export interface OctoLLMErrorOptions<Details extends ErrorDetails = ErrorDetails> {
  /** The value that was caught, as it is. */
  readonly cause?: unknown;
  /** What a client may see. */
  readonly details?: Details | undefined;
  /** What only logs may see. */
  readonly context?: Readonly<Record<string, unknown>> | undefined;
  /** Whether trying again can help, when this error knows better than its class. */
  readonly retryable?: boolean | undefined;
  /** How long to wait before trying again, in milliseconds; 0 means at once. What is not a finite number counts as none. */
  readonly retryAfterMs?: number | undefined;
  /** How urgent it is, when this error knows better than its class. */
  readonly severity?: Severity | undefined;
  /** What went wrong in general, when this error knows better than its class. */
  readonly kind?: ErrorKind | undefined;
  /** The HTTP status of our response, never the status that an upstream answered with. */
  readonly status?: number | undefined;
}

const noDetails: ErrorDetails = Object.freeze({});

/**
 * Roots the hierarchy: every error of the standard extends it and takes `(message, options)`.
 *
 * The type parameter types the `details` that the constructor takes; a subclass passes its own and repeats it in
 * `declare readonly details`, so that `instanceof` narrows to it. No subclass has a constructor: each one is a stack frame
 * that V8 has to walk whenever an error is built.
 */
export class OctoLLMError<Details extends ErrorDetails = ErrorDetails> extends Error {
  /** The stable code of the class, such as `TASK_NOT_FOUND`; no other class of a project has it. */
  declare static readonly code: string;
  /** What goes wrong in general, for policies to decide on. */
  declare static readonly kind: ErrorKind;
  /** The HTTP status of a response that reports an error of the class. */
  declare static readonly status: number;
  /** How urgent an error of the class is. */
  declare static readonly severity: Severity;
  /** Whether trying again can help; `undefined` means that it depends on the cause. */
  declare static readonly retryable: boolean | undefined;
  /** What a client sees instead of the message of a status from 500 up. */
  declare static readonly title: string;

  /** The stable code of the class, such as `TASK_NOT_FOUND`. */
  declare readonly code: string;
  /** What went wrong in general, for policies to decide on. */
  declare readonly kind: ErrorKind;
  /** The HTTP status of our response that reports the error. */
  declare readonly status: number;
  /** How urgent it is. */
  declare readonly severity: Severity;
  /** Whether trying again can help; `undefined` means that it depends on the cause. */
  declare readonly retryable: boolean | undefined;
  /** What a client sees instead of the message of a status from 500 up. */
  declare readonly title: string;
  /** How long to wait before trying again, in milliseconds; 0 means at once, `undefined` that nobody knows. */
  declare readonly retryAfterMs: number | undefined;
  /** What a client may see. */
  declare readonly details: ErrorDetails;
  /** What only logs may see. */
  declare readonly context: Readonly<Record<string, unknown>> | undefined;

  static {
    describeErrorClass(this, {
      name: 'OctoLLMError',
      code: 'UNKNOWN_ERROR',
      kind: 'unknown',
      status: 500,
      severity: 'error',
      retryable: undefined,
      title: 'An unknown error occurred',
    });
    Object.assign(this.prototype, { details: noDetails });
  }

  /**
   * Creates an error.
   *
   * @param message What was attempted, on what, and why it failed; clients see it only for a status below 500.
   * @param options The cause, public details, internal context and what differs from the class.
   */
  constructor(message: string, options: OctoLLMErrorOptions<Details> = {}) {
    // The engine looks a cause up slowly, so it is only asked to where there is one.
    if (options.cause === undefined) super(message);
    else super(message, options);
    // Only what is given becomes an own property; the rest stays on the prototype, which keeps building cheap.
    if (options.details !== undefined) this.details = options.details;
    if (options.context !== undefined) this.context = options.context;
    if (options.retryable !== undefined) this.retryable = options.retryable;
    if (Number.isFinite(options.retryAfterMs)) this.retryAfterMs = options.retryAfterMs;
    if (options.severity !== undefined) this.severity = options.severity;
    if (options.kind !== undefined) this.kind = options.kind;
    if (options.status !== undefined) this.status = options.status;
  }

  /**
   * Tells whether a value is an error of this class or of a descendant, also when another installed copy of the package
   * or another realm built it, where `instanceof` says no.
   *
   * @param value Anything, such as what was caught.
   */
  static isInstance<E>(this: ErrorClassOf<E>, value: unknown): value is E {
    return Object.hasOwn(this, 'code') ? readCodes(value).includes(this.code) : value instanceof this;
  }

  /** Returns what a client may see; a status from 500 up shows only its title. */
  toJSON(): PublicError {
    const { retryAfterMs } = this;
    const isPublic = this.status < 500;
    return {
      error: this.code,
      message: (isPublic && this.message) || this.title,
      details: isPublic ? this.details : noDetails,
      ...(retryAfterMs !== undefined && { retry_after: Math.ceil(Math.max(0, retryAfterMs) / 1000) }),
    };
  }
}

/** Stands for a class whose instances are `E`, whatever its constructor takes. */
export type ErrorClassOf<E> = (abstract new (...args: never[]) => E) & { readonly code: string };
