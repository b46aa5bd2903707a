export type OptionValue = string | number | boolean;

/** One thing that a user may choose for a codemod. */
export interface CodemodOption<Value extends OptionValue = OptionValue> {
  /** As `octollm.config.ts` names it: `minimumConfidence`. */
  readonly name: string;
  /** What it is for, in one sentence. */
  readonly description: string;
  readonly default: Value;
  /** The only values that it takes. */
  readonly choices?: readonly Value[];
  /** The least and the greatest number that it takes. */
  readonly range?: readonly [least: number, greatest: number];
}

/** What was chosen for one codemod, by the name of the option; validated by whoever read it. */
export type ChosenOptions = Readonly<Record<string, OptionValue>>;

/** What was chosen for each codemod, by its name. */
export type OptionsByCodemod = Readonly<Record<string, ChosenOptions>>;

/** The value that was chosen for an option, or else its default. */
export function getOption<Value extends OptionValue>(chosen: ChosenOptions, option: CodemodOption<Value>): Value {
  const value = chosen[option.name];
  // Whoever read the options has compared each with the kind of its default.
  return typeof value === typeof option.default ? (value as Value) : option.default;
}
