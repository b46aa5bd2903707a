/** One finding, as every host can be asked for it. */
export interface Report {
  readonly file: string;
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

/** One line a report, sorted, so that two hosts can be compared and every difference reads well. */
export function formatReports(reports: readonly Report[]): string[] {
  return reports
    .map(
      ({ file, line, column, endLine, endColumn, rule, message }) =>
        `${file}:${line}:${column}-${endLine}:${endColumn} ${rule}: ${message}`,
    )
    .sort();
}

/** What only one of two sorted lists holds. */
export function findDifferences(expected: readonly string[], actual: readonly string[]): string[] {
  const missing = expected.filter((line) => !actual.includes(line)).map((line) => `missing ${line}`);
  const extra = actual.filter((line) => !expected.includes(line)).map((line) => `extra   ${line}`);
  return [...missing, ...extra];
}
