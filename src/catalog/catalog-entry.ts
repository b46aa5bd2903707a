import type { Situation } from './situation.ts';

/** Lists what can go wrong, independent of class and transport, so that policies can decide on it. */
export const errorKinds = [
  'canceled',
  'deadline_exceeded',
  'timeout',
  'transport',
  'unavailable',
  'overloaded',
  'rate_limit',
  'usage_limit',
  'unauthenticated',
  'permission_denied',
  'invalid_argument',
  'not_found',
  'conflict',
  'failed_precondition',
  'context_overflow',
  'content_filter',
  'config',
  'provider_disabled',
  'invalid_response',
  'data_loss',
  'unimplemented',
  'internal',
  'unknown',
] as const;

/** Names one kind of failure. */
export type ErrorKind = (typeof errorKinds)[number];

/** Lists how urgent a failure can be, from diagnostic information to immediate action required. */
export const severities = ['debug', 'info', 'warning', 'error', 'critical'] as const;

/** Names how urgent a failure is. */
export type Severity = (typeof severities)[number];

/** Lists what in code or in a thrown value points to one error class. */
export interface Signals {
  /**
   * Lower-case words or phrases of a message, a condition, an identifier (split into words) or a callee:
   * a strong one decides alone, a weak one only supports others. The forms of a word are one (`fail`, `failed`), and `*`
   * stands for up to four words: `no * found`.
   */
  readonly words: {
    /** Those that decide alone. */
    readonly strong: readonly string[];
    /** Those that only support others. */
    readonly weak: readonly string[];
  };
  /** Codes of the operating system and of Node, such as `ECONNREFUSED`. */
  readonly systemCodes: readonly string[];
  /** HTTP statuses, such as 404. */
  readonly statuses: readonly number[];
  /** Codes and types in the error bodies of providers and in database drivers, such as `invalid_api_key`. */
  readonly providerCodes: readonly string[];
  /** Dotted callee names whose failure this is; `*` stands for exactly one segment: `axios.*`, `*.findOne`. */
  readonly callees: readonly string[];
  /** Names of error classes elsewhere that mean the same. */
  readonly classes: readonly string[];
  /** Situations that point to the class when the words around a throw do not decide. */
  readonly situations: readonly Situation[];
}

/** Describes one error class: what it tells a client, how policies treat it and what points to it. */
export interface CatalogEntry {
  /** The class name. */
  readonly name: string;
  /** The class it extends, or `null` for a root. */
  readonly parent: string | null;
  /** The stable machine code, unique in a catalogue. */
  readonly code: string;
  /** What goes wrong in general, for policies to decide on. */
  readonly kind: ErrorKind;
  /** The HTTP status of a response that reports this error. */
  readonly status: number;
  /** How urgent an error of the class is. */
  readonly severity: Severity;
  /** Whether trying again can help; `null` means that it depends on the cause. */
  readonly retryable: boolean | null;
  /** A short public text that never depends on the failure; it is all a client sees of a status from 500 up. */
  readonly title: string;
  /** Public details by name, each with its TypeScript type as text; those of the parents are inherited. */
  readonly details: Readonly<Record<string, string>>;
  /** One sentence that says when to use the class. */
  readonly doc: string;
  /** What in code or in a thrown value points to the class. */
  readonly signals: Signals;
}
