import type { ErrorKind, Severity } from '../catalog/catalog-entry.ts';

/** Holds an error as plain data, for JSON, structured clone, queues and other processes. */
export interface SerializedError {
  /** The version of this form; a reader takes what it knows of a higher one. */
  readonly v: 1;
  /** The code of the class; of a foreign error its own, in the internal view, else `UNKNOWN_ERROR`. */
  readonly code: string;
  /** What went wrong in general. */
  readonly kind: ErrorKind;
  /** The name of the class. */
  readonly name: string;
  /** What happened; only the title, where the message is not for clients and the view is not internal. */
  readonly message: string;
  /** Marks an error that is none of the hierarchy, whatever its code says. */
  readonly foreign?: true;
  /** The HTTP status of a response that reports it. */
  readonly status?: number;
  /** How urgent it is. */
  readonly severity?: Severity;
  /** What a client may see. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Whether trying again can help; left out where that depends on the cause. */
  readonly retryable?: boolean;
  /** How long to wait before trying again, in milliseconds; 0 means at once. */
  readonly retryAfterMs?: number;
  /** What only logs may see; in the internal view. */
  readonly context?: Readonly<Record<string, unknown>>;
  /** Where it was built; in the internal view. */
  readonly stack?: string;
  /** What it was made from; in the internal view. */
  readonly cause?: SerializedError;
  /** The errors of an aggregate; in the internal view. */
  readonly errors?: readonly SerializedError[];
  /** Marks an error whose cause or whose errors were cut off by a limit or a cycle. */
  readonly truncated?: true;
}
