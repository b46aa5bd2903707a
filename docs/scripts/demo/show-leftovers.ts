import type { MigrationReport } from './migration-report.ts';
import type { Screen } from './screen.ts';

/** Lists each site that the migration left to a person, with the reason. */
export function showLeftovers(screen: Screen, { files }: MigrationReport): void {
  const sites = files.flatMap(({ file, leftAlone }) => leftAlone.map((site) => ({ file, ...site })));
  if (sites.length === 0) return;
  screen.line(`   ${screen.paint('bold', `Left to a person: ${sites.length}`)}`);
  for (const { file, lineAfter, codemod, reason } of sites) {
    screen.line(`   ${screen.paint('cyan', `${file}:${lineAfter}`)}  ${screen.paint('dim', codemod)}`);
    screen.paragraph(reason, 5);
  }
  screen.line();
}
