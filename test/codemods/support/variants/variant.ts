import { isSameProgram } from './is-same-program.ts';

/** Another way to write the same program: a case must hold in each. */
export interface Variant {
  /** Completes the name of a test: `with tabs`. */
  readonly name: string;
  /**
   * Writes a text in that way.
   *
   * @param path tells the language
   * @param text of a case, which is written in one way throughout
   * @param model the input of the case: new text is to look like it
   * @returns the very same text when there is nothing to write in another way
   */
  readonly write: (path: string, text: string, model: string) => string;
}

/** The two texts of a case. */
export interface Pair {
  readonly input: string;
  readonly expected: string;
}

/**
 * Writes a case in another way, or says why it cannot be: a text that shows nothing of that way gives a codemod nothing to go by,
 * and what turns into another program is another case.
 */
export function writeVariant({ write }: Variant, path: string, { input, expected }: Pair): Pair | string {
  const pair = { input: write(path, input, input), expected: write(path, expected, input) };
  if (pair.input === input) return 'the input has nothing of it';
  const isSame = isSameProgram(path, pair.input, input) && isSameProgram(path, pair.expected, expected);
  return isSame ? pair : 'it would be another program';
}
