/** Text to put in place of a range; an insertion has the same start and end. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
