/** One error of a type check, without its position: lines move when code is changed. */
export interface Diagnostic {
  /** Absolute; null for an error of the whole project. */
  readonly path: string | null;
  /** Such as `TS2322`. */
  readonly code: string;
  readonly message: string;
}

const escapes = /\u001b\[[\d;]*m/g;
/** As `tsc` writes it into a pipe, `a.ts(1,2): error TS1: …`, or for people, `a.ts:1:2 - error TS1: …`. */
const located = /^(.+?)(?:\((\d+),(\d+)\):|:(\d+):(\d+) -) error (TS\d+): (.*)$/;
const general = /^error (TS\d+): (.*)$/;
/** What the runners of workspaces put before each line: `web:typecheck: …`, `packages/web typecheck: …`. */
const prefix = /^(?!error )(?:@?[\w./-]+(?::[\w-]+)+:|[\w./@-]+ [\w:-]+:) +(?=\S)/;

/**
 * Reads the errors out of what a type check has written; warnings and everything else are passed over.
 *
 * @param locate gives the absolute path of a file as the type check names it
 */
export function parseDiagnostics(output: string, locate: (file: string) => string): Diagnostic[] {
  return output
    .replace(escapes, '')
    .split(/\r?\n/)
    .flatMap((line) => parseLine(line.replace(prefix, ''), locate) ?? []);
}

function parseLine(line: string, locate: (file: string) => string): Diagnostic | undefined {
  const place = located.exec(line);
  if (place) {
    const [, file = '', , , , , code = '', message = ''] = place;
    return { path: locate(file), code, message };
  }
  const [, code, message = ''] = general.exec(line) ?? [];
  return code === undefined ? undefined : { path: null, code, message };
}

/** The errors that there were not before; of equal ones as many as have been added. */
export function findNewDiagnostics(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map<string, number>();
  for (const diagnostic of before) {
    const key = getKey(diagnostic);
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return after.filter((diagnostic) => {
    const key = getKey(diagnostic);
    const count = known.get(key) ?? 0;
    known.set(key, count - 1);
    return count <= 0;
  });
}

export function getKey({ path, code, message }: Diagnostic): string {
  return `${path ?? ''}\0${code}\0${message}`;
}
