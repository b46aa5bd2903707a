import { readProperty } from '../../../errors/read-property.ts';
import type { FieldError } from '../../../errors/validation-errors.ts';

/** Holds what an error of a web framework declares about the response that it asks for. */
export interface DeclaredFailure {
  readonly status: number;
  /** What the client may read; without it the client reads the title of the status. */
  readonly message?: string | undefined;
  /** The headers that the error brings along, in the form of its library. */
  readonly headers?: unknown;
  /** What else the client may read. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** The broken rules, when the request was validated. */
  readonly fields?: readonly FieldError[] | undefined;
}

/** Reads the errors of one library; `undefined` for any other value. */
export type Convention = (thrown: unknown) => DeclaredFailure | undefined;

/** Reads a property that may be a status of a response. */
export function readDeclaredStatus(value: unknown, key: string): number | undefined {
  const status = readProperty(value, key);
  return typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599 ? status : undefined;
}

/** Reads a property that may be a text. */
export function readText(value: unknown, key: string): string | undefined {
  const text = readProperty(value, key);
  return typeof text === 'string' ? text : undefined;
}
