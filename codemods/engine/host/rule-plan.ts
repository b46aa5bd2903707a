/** How one rule runs: its level in a report, and the options as a configuration would give them. */
export interface RuleSetup {
  readonly severity: 'error' | 'warning';
  readonly options: readonly object[];
}

/** Which rules run, and which ones a comment in a file may turn on. */
export interface RulePlan {
  readonly rules: Readonly<Record<string, RuleSetup>>;
  readonly available: readonly string[];
}
