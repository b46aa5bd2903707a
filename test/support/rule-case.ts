/** A snippet that a rule has to read. A string is a case that needs nothing but its code. */
export interface Case {
  readonly code: string;
  /** Says why the case exists, where the code does not. */
  readonly name?: string;
  readonly options?: readonly unknown[];
  /** What stands under `settings.octollm`, or the whole `settings` object when it has that key. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Default: `src/example.ts`, or `.js` under espree. */
  readonly filename?: string;
  /** Parsers to run under; default: TypeScript's, and espree where it can read the code. */
  readonly parsers?: readonly ParserName[];
}

export interface ExpectedSuggestion {
  readonly messageId: string;
  readonly output: string;
}

export interface ExpectedError {
  readonly messageId: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly data?: Record<string, string | number>;
  /** Left out: whatever is offered must parse, keep every comment and mend the report. */
  readonly suggestions?: readonly ExpectedSuggestion[];
}

export interface InvalidCase extends Case {
  readonly errors: readonly (string | ExpectedError)[];
  /** The file after the automatic fix, where there is one. */
  readonly output?: string;
}

export interface RuleCases {
  readonly valid: readonly (string | Case)[];
  readonly invalid: readonly InvalidCase[];
}

export type ParserName = 'typescript' | 'espree';

/** The settings object that ESLint gets for a case. */
export function getSettings(testCase: Case): Record<string, unknown> {
  const { settings } = testCase;
  if (!settings) return {};
  return 'octollm' in settings ? { ...settings } : { octollm: settings };
}

export function toCase(valid: string | Case): Case {
  return typeof valid === 'string' ? { code: valid } : valid;
}
