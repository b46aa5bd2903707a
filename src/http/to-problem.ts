import { toPointer, toSteps } from '../errors/field-path.ts';
import { readText } from '../errors/read-text.ts';
import type { ErrorResponse, ErrorResponseOptions } from './error-response.ts';
import { formatRetryAfter } from './format-retry-after.ts';
import type { PublicView } from './public-view.ts';
import { getPublicView } from './public-view.ts';
import { createResponseHeaders } from './response-headers.ts';

/** Holds one broken rule in a problem. */
export interface ProblemField {
  /** What is wrong with the field. */
  readonly detail: string;
  /** The field as a JSON Pointer in the form of a URI fragment, such as `#/items/0/name`. */
  readonly pointer: string;
}

/** Holds the body of an error response in the form of RFC 9457. */
export interface ProblemDetails {
  /** Names the kind of problem by a URI; `about:blank` says that the code tells more. */
  readonly type: string;
  /** Says what happened in general; it never depends on the failure. */
  readonly title: string;
  /** The HTTP status of the response. */
  readonly status: number;
  /** Says what happened here; left out where that is not for clients. */
  readonly detail?: string;
  /** Names this one failure by a URI. */
  readonly instance?: string;
  /** The code of the error. */
  readonly code: string;
  /** Facts by name, where there are any. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The broken rules, where input was refused. */
  readonly errors?: readonly ProblemField[];
  /** How long to wait before trying again, in whole seconds. */
  readonly retry_after?: number;
  /** Names this one failure. */
  readonly error_id?: string;
  /** The trace that the request belongs to. */
  readonly trace_id?: string;
}

/** Says what a problem tells beside the error itself. */
export interface ProblemOptions extends ErrorResponseOptions {
  /** Names this one failure by a URI, such as `/errors/42` or `urn:uuid:…`. */
  readonly instance?: string | undefined;
  /** Gives the URI of a kind of problem, where your documentation describes it; `about:blank` by default. */
  readonly getType?: ((code: string) => string) | undefined;
}

/**
 * Returns the response that reports a thrown value as problem details (RFC 9457), with the code of the error, its details,
 * and each broken rule in `errors`. A status from 500 up shows its title only; nothing shows a cause or a stack.
 *
 * @param thrown Any value; hostile ones are a 500.
 * @param options The ids to hand out, the URIs of types, and whose fault a foreign status is.
 */
export function toProblem(thrown: unknown, options: ProblemOptions = {}): ErrorResponse<ProblemDetails> {
  const view = getPublicView(thrown, options);
  const { status, code, title, message, retryAfterMs } = view;
  const { errors, ...otherDetails } = view.details;
  const details = isFieldList(errors) ? otherDetails : view.details;
  const fields = listFields(view);
  return {
    status,
    headers: createResponseHeaders(thrown, view, 'application/problem+json'),
    body: {
      type: options.getType?.(code) ?? 'about:blank',
      title,
      status,
      ...(message !== title && { detail: message }),
      ...(options.instance !== undefined && { instance: options.instance }),
      code,
      ...(Object.keys(details).length > 0 && { details }),
      ...(fields.length > 0 && { errors: fields }),
      ...(retryAfterMs !== undefined && { retry_after: Number(formatRetryAfter(retryAfterMs)) }),
      ...(options.errorId !== undefined && { error_id: options.errorId }),
      ...(options.traceId !== undefined && { trace_id: options.traceId }),
    },
  };
}

function listFields({ message, details }: PublicView): ProblemField[] {
  const errors = details['errors'];
  if (isFieldList(errors)) return errors.map((error) => toField(error.message, error));
  return typeof details['field'] === 'string' ? [toField(message, details)] : [];
}

function isFieldList(errors: unknown): errors is readonly { message: string }[] {
  return Array.isArray(errors) && errors.every((error) => readText(error, 'message') !== undefined);
}

function toField(detail: string, place: unknown): ProblemField {
  const pointer = readText(place, 'pointer') ?? toPointer(toSteps(readText(place, 'field') ?? ''));
  return { detail, pointer: `#${pointer.split('/').map(encodeStep).join('/')}` };
}

function encodeStep(step: string): string {
  // Half of a surrogate pair has no form in a URI.
  return encodeURIComponent(step.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}
