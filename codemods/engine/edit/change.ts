/** Text to put in place of a range; offsets count in the text of the file without its byte order mark. */
export interface TextEdit {
  readonly start: number;
  /** The same as `start` for an insertion. */
  readonly end: number;
  readonly text: string;
}

/** `safe` keeps what the program does and how it type-checks; `unsafe` may change it and is applied on request only. */
export type Applicability = 'safe' | 'unsafe';

/** A name of a module that new text uses. */
export interface ImportRequest {
  readonly module: string;
  readonly name: string;
  /** The name under which the new text uses it: another one where its own is taken. */
  readonly local: string;
  readonly isTypeOnly: boolean;
}

/** What a codemod wants to do at one site: all of its edits or none. */
export interface Change {
  /** What is done here, as a stable name within the codemod: `annotate`, `narrow-message`. */
  readonly kind: string;
  /** The site that the reader is pointed to. */
  readonly start: number;
  readonly end: number;
  readonly applicability: Applicability;
  /** How sure the codemod is that this is right, from 0 to 1. */
  readonly confidence: number;
  /** Why, in one sentence. */
  readonly reason: string;
  readonly edits: readonly TextEdit[];
  /** What the new text needs to import. */
  readonly imports: readonly ImportRequest[];
  /** Imported names that the site gives up: their import goes when nothing else uses it. */
  readonly releases: readonly string[];
}

/** A site that the codemod saw and left alone, for a person to look at. */
export interface Leftover {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** Why it was left, and what a person can do, in one sentence. */
  readonly reason: string;
}

/** What a codemod found in one file. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly leftovers: readonly Leftover[];
}

export const emptyPlan: Plan = { changes: [], leftovers: [] };
