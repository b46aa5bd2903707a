import { dirname } from 'node:path/posix';
import { getErrorMessage } from '@octollm/errors';
import { auditRealCode } from './audit-real-code.ts';
import { auditService, serviceFolder, serviceName } from './audit-service.ts';
import { createRow } from './code-base-row.ts';
import { migrateService } from './migrate-service.ts';
import { printTable } from './print-table.ts';
import type { Screen } from './screen.ts';
import { showFindings } from './show-findings.ts';

/** Runs the steps one after the other and gives the exit code: findings are what it is about, and no failure. */
export async function runDemo(screen: Screen, showError: (message: string) => void): Promise<0 | 1> {
  try {
    await runSteps(screen);
    return 0;
  } catch (error) {
    showError(getErrorMessage(error));
    return 1;
  }
}

async function runSteps(screen: Screen): Promise<void> {
  screen.line();
  screen.line('Most code bases lose errors: dropped, only logged, or thrown anew without their cause.');
  screen.line('See what octollm finds, first in a service that is sloppy on purpose, then in code of others.');
  screen.line();
  const service = await auditService(screen);
  await showFindings(screen, serviceFolder, service);
  await migrateService(screen, dirname(serviceFolder));
  const packages = await auditRealCode(screen);
  screen.line(screen.paint('bold', '5  How they stand'));
  screen.line();
  printTable(screen, [
    createRow(serviceName, service),
    ...packages.map(({ name, version, report }) => createRow(`${name} ${version}`, report)),
  ]);
  screen.line();
  const { paint } = screen;
  screen.line(`Audit yours:   npm install -D @octollm/codemods; ${paint('cyan', 'npx octollm audit src')}`);
  screen.line(
    `Migrate yours: ${paint('cyan', 'npx octollm migrate src')} shows the diff, ${paint('cyan', '--write --verify')} makes the changes`,
  );
  screen.line(
    `Lint yours:    npm install -D eslint-plugin-octollm; ${paint('cyan', 'octollm.configs.recommended')} in eslint.config.js`,
  );
}
