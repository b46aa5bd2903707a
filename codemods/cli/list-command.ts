import { Command } from 'commander';
import { listRuns } from '../engine/journal/list-runs.ts';
import { findJournal } from '../engine/journal/run-files.ts';
import { readState, type RunState } from '../engine/journal/run.ts';
import { formatTextTable } from '../engine/reports/text-table.ts';
import { formatNumber } from '../engine/reports/wording.ts';
import { describeExitCodes, exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

const help = describeExitCodes({
  [exitCodes.success]: 'done',
  [exitCodes.wrongUsage]: 'wrong usage',
  [exitCodes.defect]: 'a defect of octollm itself',
});

const stateTexts: Readonly<Record<RunState, string>> = {
  writing: 'cut off',
  written: 'written',
  undone: 'undone',
};

/** Builds `octollm list`. */
export function createListCommand(terminal: Terminal): Command {
  return new Command('list')
    .description('Lists the codemods in the order in which they work, and the runs that the journal knows.')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', help)
    .action(async () => {
      terminal.stdout.write(`${await describeCodemods()}\n\n${describeRuns(findJournal(terminal.cwd))}\n`);
    });
}

async function describeCodemods(): Promise<string> {
  const { registry } = await import('../engine/migrate/registry.ts');
  const codemods = await Promise.all(registry.map(({ load }) => load()));
  const rows = codemods.map(({ name, description }) => [name, description]);
  return formatTextTable([['codemod', 'what it does'], ...rows], formatNumber).join('\n');
}

function describeRuns(journal: string): string {
  const rows = listRuns(journal).map((run) => [
    run.id,
    stateTexts[readState(run)],
    run.manifest.files.length,
    `octollm ${run.manifest.command.join(' ')}`,
  ]);
  if (rows.length === 0) return 'No runs so far.';
  return formatTextTable([['run', 'state', 'files', 'command'], ...rows], formatNumber).join('\n');
}
