import type { Applicability } from '../edit/change.ts';

/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A change that was made, or would be made. */
export interface AppliedChange {
  readonly codemod: string;
  readonly kind: string;
  readonly applicability: Applicability;
  readonly confidence: number;
  readonly reason: string;
  /** Where the site was before any change. */
  readonly place: Place;
  /** The whole lines of the site, before and after this change alone. */
  readonly before: string;
  readonly after: string;
}

/** A site that was left as it is. */
export interface LeftAlone {
  readonly codemod: string;
  readonly kind: string;
  /**
   * `unsafe`: a change that was not asked for; `unsure`: one below the least confidence that was asked for;
   * `manual`: what no codemod decides; `declined`: a person said no.
   */
  readonly cause: 'unsafe' | 'unsure' | 'manual' | 'declined';
  readonly reason: string;
  readonly place: Place;
  /** Where the site is after the changes of the run. */
  readonly placeAfter: Place;
  /** The whole lines of the site. */
  readonly text: string;
}
