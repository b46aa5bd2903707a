import { lstatSync, statSync, type Stats } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { getErrorMessage, InvalidInputError } from '@octollm/errors/errors';
import { isTestFile } from 'eslint-plugin-octollm/patterns';
import type { FileTask } from '../audit/file-record.ts';
import { listGitFiles } from '../git/list-git-files.ts';
import { isMissing } from '../failure-code.ts';
import { compareText } from '../host/report.ts';
import { isSourceFile } from '../source/language.ts';
import { getPathSkip, isInSkippedFolder, type PathSkip } from './skip-path.ts';
import { getShownPath } from './shown-path.ts';
import { walkFolder } from './walk-folder.ts';

export type DiscoverySkip = PathSkip | 'tests' | 'large';

export interface DiscoveryOptions {
  /** What the files are for, as messages say it. */
  readonly purpose: 'audit' | 'migrate';
  readonly cwd: string;
  readonly includeTests: boolean;
  readonly testGlobs: readonly string[];
  /** Told how many source files the folders have so far, before anything else is known of them. */
  readonly onListed?: (files: number) => void;
}

export interface Discovery {
  /** In the order of their paths, each file once. */
  readonly tasks: readonly FileTask[];
  readonly skipped: Readonly<Partial<Record<DiscoverySkip, number>>>;
}

/** Nobody writes a file of this size by hand, and one of them takes as long as hundreds of others. */
const maxBytes = 1_048_576;

/**
 * Finds the files to work on under files and folders.
 *
 * @throws InvalidInputError for a path that is not there or is no source file
 */
export function discoverFiles(paths: readonly string[], options: DiscoveryOptions): Discovery {
  const tasks = new Map<string, FileTask>();
  const skipped: Partial<Record<DiscoverySkip, number>> = {};
  let listed = 0;
  for (const given of paths) {
    const path = resolve(options.cwd, given);
    const show = (target: string): string => getShownPath(target, options.cwd, isAbsolute(given));
    const stats = readStats(path, given, options.purpose);
    if (!stats.isDirectory()) {
      if (!isSourceFile(path))
        throw new InvalidInputError(`Cannot ${options.purpose} \`${given}\`: it is no JavaScript or TypeScript file.`);
      tasks.set(path, { path, file: show(path), root: show(dirname(path)), isExplicit: true, size: stats.size });
      continue;
    }
    const root = show(path);
    const files = listFiles(path);
    options.onListed?.((listed += files.length));
    for (const file of files) {
      const found = join(path, file);
      if (tasks.has(found)) continue;
      const size = getSize(found);
      if (size === undefined) continue;
      const skip = getSkip(path, file, size, options);
      if (skip) skipped[skip] = (skipped[skip] ?? 0) + 1;
      else tasks.set(found, { path: found, file: show(found), root, isExplicit: false, size });
    }
  }
  return { tasks: [...tasks.values()].sort((first, second) => compareText(first.file, second.file)), skipped };
}

function readStats(path: string, given: string, purpose: DiscoveryOptions['purpose']): Stats {
  try {
    return statSync(path);
  } catch (cause) {
    const reason = isMissing(cause) ? 'there is no such file or folder' : getErrorMessage(cause);
    throw new InvalidInputError(`Cannot ${purpose} \`${given}\`: ${reason}.`, { cause });
  }
}

function listFiles(folder: string): string[] {
  const files = listGitFiles(folder) ?? walkFolder(folder);
  return files.filter((file) => isSourceFile(file) && !isInSkippedFolder(file));
}

function getSkip(root: string, file: string, size: number, options: DiscoveryOptions): DiscoverySkip | undefined {
  const skip = getPathSkip(file);
  if (skip) return skip;
  if (!options.includeTests && isTestFile(join(root, file), root, options.testGlobs)) return 'tests';
  return size > maxBytes ? 'large' : undefined;
}

/** The size of a file; undefined for a link, and for what git lists but is deleted. */
function getSize(path: string): number | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stats.size : undefined;
}
