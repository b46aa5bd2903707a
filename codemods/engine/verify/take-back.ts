import { findNewDiagnostics, getKey, type Diagnostic } from './diagnostic.ts';

/** What taking changes back needs of the world. */
export interface Trial {
  /** Runs the type check on the files as they are now. */
  readonly check: () => Promise<readonly Diagnostic[]>;
  readonly takeBack: (paths: readonly string[]) => Promise<void>;
  readonly putBack: (paths: readonly string[]) => Promise<void>;
  /** The changed files that an error in a file which nobody changed comes from, where that can be told without trying. */
  readonly blame: (error: Diagnostic) => readonly string[];
}

export interface TakeBackReport {
  /** The errors that each file was taken back for, by its path. */
  readonly reverted: ReadonlyMap<string, readonly Diagnostic[]>;
  /** New errors that are left although nothing suspicious is. */
  readonly remaining: readonly Diagnostic[];
  readonly after: readonly Diagnostic[];
}

/** With so many checks behind it, taking everything back is quicker than finding out more. */
const mostChecks = 24;

/**
 * Checks changed files and takes back those that led to new errors, until there are none: first the files that have the errors
 * or are known to bring them, then, for errors in files that nobody changed, the smallest part of the changes without which they
 * go away.
 *
 * @param changed absolute paths of the files that were written
 * @param before the errors that there were before anything was written
 */
export async function takeBackRegressions(
  changed: readonly string[],
  before: readonly Diagnostic[],
  trial: Trial,
): Promise<TakeBackReport> {
  const reverted = new Map<string, readonly Diagnostic[]>();
  let checks = 0;
  let after = await trial.check();
  const recheck = async (): Promise<readonly Diagnostic[]> => {
    checks++;
    return findNewDiagnostics(before, await trial.check());
  };
  for (;;) {
    const errors = findNewDiagnostics(before, after);
    const standing = changed.filter((path) => !reverted.has(path));
    if (errors.length === 0 || standing.length === 0) return { reverted, remaining: errors, after };
    const guilty = attribute(errors, standing, trial);
    const suspects =
      guilty.size > 0 ? [...guilty.keys()] : await narrow(standing, errors, trial, recheck, () => checks < mostChecks);
    await trial.takeBack(suspects);
    for (const path of suspects) reverted.set(path, guilty.get(path) ?? errors);
    checks++;
    after = await trial.check();
  }
}

/** The errors of each file that has some or is known to bring them. */
function attribute(
  errors: readonly Diagnostic[],
  standing: readonly string[],
  { blame }: Trial,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const errorsByFile = new Map<string, Diagnostic[]>();
  const candidates = new Set<string | null>(standing);
  for (const error of errors)
    for (const path of [error.path, ...blame(error)]) {
      if (path === null || !candidates.has(path)) continue;
      const known = errorsByFile.get(path);
      if (known) known.push(error);
      else errorsByFile.set(path, [error]);
    }
  return errorsByFile;
}

/** Halves the changes as long as one half alone makes some of the errors go away. */
async function narrow(
  standing: readonly string[],
  errors: readonly Diagnostic[],
  trial: Trial,
  recheck: () => Promise<readonly Diagnostic[]>,
  mayGoOn: () => boolean,
): Promise<readonly string[]> {
  let suspects = standing;
  while (suspects.length > 1 && mayGoOn()) {
    const middle = Math.ceil(suspects.length / 2);
    const half = await findHelpful([suspects.slice(0, middle), suspects.slice(middle)], errors, trial, recheck);
    if (!half) break;
    suspects = half;
  }
  return suspects;
}

async function findHelpful(
  halves: readonly (readonly string[])[],
  errors: readonly Diagnostic[],
  trial: Trial,
  recheck: () => Promise<readonly Diagnostic[]>,
): Promise<readonly string[] | undefined> {
  for (const half of halves) {
    await trial.takeBack(half);
    const left = new Set((await recheck()).map(getKey));
    await trial.putBack(half);
    if (errors.some((error) => !left.has(getKey(error)))) return half;
  }
  return undefined;
}
