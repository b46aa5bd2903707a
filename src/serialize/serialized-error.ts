import type { ErrorKind, Severity } from '../catalog/catalog-entry.ts';

/** Holds an error as plain data, for JSON, structured clone, queues and other processes. */
export interface SerializedError {
  /** The version of this form; a reader takes what it knows of a higher one. */
  readonly v: 1;
  readonly code: string;
  readonly kind: ErrorKind;
  readonly name: string;
  readonly message: string;
  /** Marks an error that is none of the hierarchy, whatever its code says. */
  readonly foreign?: true;
  readonly status?: number;
  readonly severity?: Severity;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly retryable?: boolean;
  /** How long to wait before trying again, in milliseconds; 0 means at once. */
  readonly retryAfterMs?: number;
  /** Only in the internal view, as are the next three. */
  readonly context?: Readonly<Record<string, unknown>>;
  readonly stack?: string;
  readonly cause?: SerializedError;
  readonly errors?: readonly SerializedError[];
  /** Marks an error whose cause or whose errors were cut off by a limit or a cycle. */
  readonly truncated?: true;
}
