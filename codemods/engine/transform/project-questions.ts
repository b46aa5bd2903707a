/** What a codemod may ask about the project around a file; undefined where nobody knows. */
export interface ProjectQuestions {
  /** Whether `new Error('', { cause })` compiles there: built-in errors take options only with `lib` es2022 or later. */
  readonly acceptsErrorOptions: () => boolean | undefined;
  /** What the constructor of a class takes, for a class that the module scope of the file knows by this name. */
  readonly getConstructorShape: (className: string) => ConstructorShape | undefined;
  /** Whether a `.js` file there is an ES module, by the `type` of its package. */
  readonly usesModules: () => boolean | undefined;
}

/** Where a constructor takes the cause, as its parameters tell. */
export interface ConstructorShape {
  /** Position of the parameter whose options take `{ cause }`; null when none does. */
  readonly optionsPosition: number | null;
  /** Position of the parameter that takes the cause itself; null when none does. */
  readonly causePosition: number | null;
  /** How many parameters it has at most; a rest parameter makes it infinite. */
  readonly maximumArguments: number;
}

/** For a file without a project: text that stands alone, plain JavaScript. */
export const unknownProject: ProjectQuestions = {
  acceptsErrorOptions: () => undefined,
  getConstructorShape: () => undefined,
  usesModules: () => undefined,
};
