import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { structuredPatch } from 'diff';
import type { MigratedFile, MigrationReport } from './migration-report.ts';
import type { Screen } from './screen.ts';

const shownFiles = 2;
const shownLines = 24;

/** The sources of a folder by their paths in it, with forward slashes. */
export function readTexts(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [`src/${file.replaceAll('\\', '/')}`, readFileSync(join(folder, 'src', file), 'utf8')]),
  );
}

/** Shows the beginning of the diffs of the files in which most codemods had something to do. */
export function showDiffs(
  screen: Screen,
  { files }: MigrationReport,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): void {
  const telling = [...files].sort((one, other) => rate(other) - rate(one)).slice(0, shownFiles);
  for (const { file } of telling) {
    screen.line(`   ${screen.paint('cyan', file)}`);
    const { hunks } = structuredPatch(file, file, before.get(file) ?? '', after.get(file) ?? '', '', '', {
      context: 1,
    });
    const lines = hunks.flatMap((hunk, index) => (index === 0 ? hunk.lines : ['', ...hunk.lines]));
    for (const line of lines.slice(0, shownLines)) showLine(screen, line);
    if (lines.length > shownLines) screen.line(screen.paint('dim', `     … ${lines.length - shownLines} more lines`));
    screen.line();
  }
}

/** Different codemods tell more than many changes of one. */
function rate({ changes }: MigratedFile): number {
  return new Set(changes.map(({ codemod }) => codemod)).size * 100 + changes.length;
}

function showLine(screen: Screen, line: string): void {
  const width = screen.width - 5;
  const text = `     ${line.length > width ? `${line.slice(0, width - 1)}…` : line}`;
  if (line.startsWith('+')) screen.line(screen.paint('green', text));
  else screen.line(line.startsWith('-') ? screen.paint('red', text) : text.trimEnd());
}
