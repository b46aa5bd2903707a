import type { FileDecide } from '../../engine/migrate/decide.ts';
import type { MigrationResult } from '../../engine/migrate/migration-result.ts';
import type { Terminal } from '../terminal.ts';
import { createAnswers, type Answers } from './answers.ts';
import { createDialog, type Dialog } from './dialog.ts';
import type { OpenChange } from './open-change.ts';

/** Lets a person look at each change of a migration. */
export interface Review {
  /**
   * Asks for every change of a planned migration, and plans it again with the answers, until each change that is left was accepted.
   *
   * @param repeat plans the same migration again with other decisions
   * @throws CancelledError when the person gives up, and InvalidInputError where there is nobody to ask
   */
  readonly settle: (
    first: MigrationResult,
    repeat: (decide: FileDecide) => Promise<MigrationResult>,
  ) => Promise<MigrationResult>;
}

/** Prepares a review on a terminal. */
export function createReview(terminal: Terminal, dialog: Dialog = createDialog(terminal)): Review {
  return {
    settle: async (first, repeat) => {
      const answers = createAnswers();
      let result = first;
      let open = listOpen(result, answers);
      while (open.length > 0) {
        await askForEach(open, answers, dialog);
        if (isAccepted(result, answers)) return result;
        result = await repeat(answers.decide);
        if (forgetBrokenEdits(result, open, answers, dialog)) result = await repeat(answers.decide);
        open = listOpen(result, answers);
      }
      return result;
    },
  };
}

/** The changes that nobody was asked for yet, by file and from top to bottom. */
function listOpen({ files }: MigrationResult, answers: Answers): OpenChange[] {
  return files.flatMap(({ path, file, applied }) =>
    applied
      .filter((change) => answers.get(path, change) === undefined)
      .map((change) => ({ ...change, path, file }))
      .sort((first, second) => first.place.line - second.place.line || first.place.column - second.place.column),
  );
}

async function askForEach(open: readonly OpenChange[], answers: Answers, dialog: Dialog): Promise<void> {
  for (const [index, change] of open.entries()) {
    // An answer to all of a kind covers later ones.
    if (answers.get(change.path, change) !== undefined) continue;
    const reply = await dialog.ask(change, { number: index + 1, total: open.length });
    if (reply === 'quit') return answers.declineRest();
    if (reply === 'apply-kind') answers.setForKind(change, 'apply');
    else if (reply === 'decline-kind') answers.setForKind(change, 'declined');
    else answers.set(change.path, change, reply);
  }
}

function isAccepted({ files }: MigrationResult, answers: Answers): boolean {
  return files.every(({ path, applied }) => applied.every((change) => answers.get(path, change) === 'apply'));
}

/** Lines that were edited so that the file would not parse, or would lose a comment, are asked for once more. */
function forgetBrokenEdits(
  { failures }: MigrationResult,
  asked: readonly OpenChange[],
  answers: Answers,
  dialog: Dialog,
): boolean {
  const paths = new Map(asked.map(({ file, path }) => [file, path]));
  const broken = failures.filter(({ file, kind }) => {
    const path = paths.get(file);
    return kind === 'damage' && path !== undefined && answers.forgetEdits(path);
  });
  for (const { file, reason } of broken) dialog.tell(`Your lines in ${file} cannot be used: ${reason}.`);
  return broken.length > 0;
}
