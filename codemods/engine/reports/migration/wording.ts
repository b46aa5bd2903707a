import type { MigrationResult, Verification } from '../../migrate/migration-result.ts';
import { formatCount, formatNumber } from '../wording.ts';
import { listChanges, listLeftSites } from './migration-view.ts';

/** One line on what was done, or would be. */
export function describeChanges(result: MigrationResult): string {
  const changes = listChanges(result);
  const made = countMadeFiles(result);
  if (changes.length + made === 0) return describeNothing(result);
  const files = new Set(changes.map(({ file }) => file)).size;
  const parts = [
    ...(changes.length > 0 ? [`${formatCount(changes.length, 'change')} in ${formatCount(files, 'file')}`] : []),
    ...(made > 0 ? [formatCount(made, 'new file')] : []),
  ];
  const verb = result.run === null ? 'Would make' : 'Made';
  return `${verb} ${parts.join(' and ')} (${formatNumber(result.filesSeen)} looked at).`;
}

function describeNothing({ files, filesSeen }: MigrationResult): string {
  const looked = `(${formatCount(filesSeen, 'file')} looked at)`;
  const isTakenBack = files.some(({ reverted }) => reverted !== null);
  return isTakenBack ? `No change stands: all were taken back ${looked}.` : `Nothing to change ${looked}.`;
}

/** Files that were not there before, and stand. */
function countMadeFiles({ files }: MigrationResult): number {
  return files.filter(({ before, reverted }) => before === null && reverted === null).length;
}

/** What was held back or left, one sentence a cause, with what can be done about it. */
export function describeLeft(result: MigrationResult): string[] {
  const unsafe = listLeftSites(result, 'unsafe').length;
  const unsure = listLeftSites(result, 'unsure').length;
  const declined = listLeftSites(result, 'declined').length;
  const manual = listLeftSites(result, 'manual').length;
  const sentences: string[] = [];
  if (unsafe > 0)
    sentences.push(
      `${formatCount(unsafe, 'more change')} may alter behaviour or types and ${unsafe === 1 ? 'is' : 'are'} held back: \`--unsafe\` makes ${unsafe === 1 ? 'it' : 'them'} as well.`,
    );
  if (unsure > 0)
    sentences.push(
      `${formatCount(unsure, 'more change')} ${unsure === 1 ? 'is' : 'are'} less sure than \`minimumConfidence\` asks for.`,
    );
  if (declined > 0) sentences.push(`${formatCount(declined, 'change')} declined in the review.`);
  if (manual > 0) sentences.push(`${formatCount(manual, 'site')} left for a person.`);
  return sentences;
}

/** What the type check of the project said, one sentence a line. */
export function describeVerification({
  command,
  errorsBefore,
  errorsAfter,
  reverted,
  remaining,
}: Verification): string[] {
  const lines = [
    `Type check \`${command}\`: ${formatCount(errorsBefore, 'error')} before, ${formatCount(errorsAfter, 'error')} after.`,
  ];
  if (reverted.length > 0)
    lines.push(`Taken back because of new type errors: ${formatCount(reverted.length, 'file')}.`);
  if (remaining.length > 0) lines.push(`New type errors that remain: ${formatNumber(remaining.length)}.`);
  return lines;
}

/** What to do next. */
export function describeNextStep(result: MigrationResult): string {
  if (listChanges(result).length + countMadeFiles(result) === 0) return '';
  if (result.run === null) return 'Nothing was written: repeat it with `--write` to make these changes.';
  return `Take it back with \`octollm undo ${result.run}\`.`;
}
