/** Holds a value together with the truth about where it came from. */
export interface Degradable<T> {
  /** The value, of whichever source. */
  readonly value: T;
  /** Whether the value is a replacement: it may be old, partial or a default. */
  readonly degraded: boolean;
  /** What failed before there was a value; empty when nothing did. */
  readonly suppressed: readonly unknown[];
}
