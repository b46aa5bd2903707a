/** One report of a rule, with lines and columns from 1, as ESLint shows them. */
export interface Report {
  readonly rule: string;
  readonly messageId: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly data: Readonly<Record<string, unknown>>;
}

export function compareReports(first: Report, second: Report): number {
  return (
    first.line - second.line ||
    first.column - second.column ||
    compareText(first.rule, second.rule) ||
    compareText(first.message, second.message)
  );
}

/** Orders by code units, the same on every machine and in every locale. */
export function compareText(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
