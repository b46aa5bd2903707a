/** One place in the code that a rule reports; lines and columns count from 1, and the end is exclusive. */
export interface Finding {
  /** Name of the rule without the prefix of the plugin. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Path relative to the working directory, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly messageId: string;
  /** What receives the error there (`catch-clause`, `promise-catch`, …), or null outside a handler. */
  readonly handlerKind: string | null;
  /** What becomes of the error there (`ignored`, `cause-lost`, …), or null when the rule does not ask. */
  readonly outcome: string | null;
  /** Stays the same when the lines around it move. */
  readonly fingerprint: string;
}

/** A file that could not be audited, and why. */
export interface Failure {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: 'read' | 'parse' | 'crash';
  readonly reason: string;
}
