import type { Jitter } from './jitter.ts';

/** Holds where the waits of a growing back-off begin, where they end and how they spread. */
export interface GrowthOptions {
  /** The wait before the first retry in milliseconds; 200 by default. */
  readonly initialMs?: number;
  /** The longest wait in milliseconds; 20,000 by default. */
  readonly maxMs?: number;
  /** How chance spreads the waits; `full` by default. */
  readonly jitter?: Jitter;
}
