import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import pc from 'picocolors';
import type { MigratedFile, MigrationResult } from '../../migrate/migration-result.ts';

type Colors = ReturnType<typeof pc.createColors>;

/** The changes as one unified diff, as `git apply` and `patch -p1` take it in the working directory of the run. */
export function formatDiff({ files }: MigrationResult): string {
  return files.map(formatFileDiff).join('');
}

/** The changes of one file as a unified diff, or nothing when there are none. */
export function formatFileDiff({ file, before, after }: MigratedFile): string {
  if (before === after) return '';
  const oldName = before === null ? '/dev/null' : `a/${file}`;
  return createTwoFilesPatch(oldName, `b/${file}`, before ?? '', after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** Colours the lines of a unified diff for a terminal. */
export function paintDiff(diff: string, colors: Colors): string {
  return diff
    .split('\n')
    .map((line) => paintLine(line, colors))
    .join('\n');
}

function paintLine(line: string, colors: Colors): string {
  if (line.startsWith('+++') || line.startsWith('---')) return colors.bold(line);
  if (line.startsWith('@@')) return colors.cyan(line);
  if (line.startsWith('+')) return colors.green(line);
  return line.startsWith('-') ? colors.red(line) : line;
}
