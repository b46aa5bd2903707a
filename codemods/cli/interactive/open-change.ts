import type { AppliedChange } from '../../engine/transform/transform-result.ts';

/** A change that a person is asked for, with its file. */
export interface OpenChange extends AppliedChange {
  /** Absolute. */
  readonly path: string;
  /** As reports show it. */
  readonly file: string;
}
