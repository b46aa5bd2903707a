import { InvalidInputError } from '@octollm/errors/errors';
import { getShownPath } from '../engine/discover/shown-path.ts';
import { listDirtyFiles } from '../engine/git/list-dirty-files.ts';
import { formatCount } from '../engine/reports/wording.ts';
import { isSourceFile } from '../engine/source/language.ts';
import type { Terminal } from './terminal.ts';

const shownFiles = 5;

/**
 * Makes sure that git holds what is about to change, untracked files included; in a terminal a person may go on nevertheless.
 *
 * @throws InvalidInputError that names some of the files
 */
export async function confirmDirty(paths: readonly string[], terminal: Terminal): Promise<void> {
  const dirty = listDirtyFiles(paths, terminal.cwd).filter(isSourceFile);
  if (dirty.length === 0) return;
  const shown = dirty.slice(0, shownFiles).map((path) => `\`${getShownPath(path, terminal.cwd)}\``);
  const more = dirty.length > shownFiles ? ` and ${dirty.length - shownFiles} more` : '';
  const problem = `git does not hold ${formatCount(dirty.length, 'file')} as ${dirty.length === 1 ? 'it is' : 'they are'} now: ${shown.join(', ')}${more}`;
  if (await isAccepted(problem, terminal)) return;
  throw new InvalidInputError(
    `Refused to write, because ${problem}. Commit them first, or pass \`--allow-dirty\`: \`octollm undo\` brings back what a run changes.`,
  );
}

async function isAccepted(problem: string, { stdin, stderr }: Terminal): Promise<boolean> {
  if (stdin?.isTTY !== true || stderr.isTTY !== true) return false;
  stderr.write(`${problem.charAt(0).toUpperCase()}${problem.slice(1)}.\n`);
  const { confirm } = await import('@inquirer/prompts');
  return confirm(
    { message: 'Write nevertheless?', default: false },
    { input: stdin, output: stderr, clearPromptOnDone: false },
  );
}
