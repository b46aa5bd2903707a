import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { lockJournal } from '../engine/journal/lock.ts';
import type { MoveOptions } from '../engine/journal/move-files.ts';
import { findJournal } from '../engine/journal/run-files.ts';
import type { RunReport } from '../engine/journal/sweep.ts';
import { formatCount } from '../engine/reports/wording.ts';
import { describeExitCodes, exitCodes, type ExitCode } from './exit-codes.ts';
import { hearInterruption } from './interruption.ts';
import type { Terminal } from './terminal.ts';

/** A command that brings the files of one run to where they belong. */
export interface JournalTask {
  readonly name: 'undo' | 'resume';
  readonly description: string;
  /** Which run it takes when none is named. */
  readonly fallback: string;
  /** What is so when it ends with 0. */
  readonly goal: string;
  /** How the report begins, as in `Took back`. */
  readonly done: string;
  readonly act: (journal: string, id: string | undefined, options: MoveOptions) => Promise<RunReport>;
}

/** Builds a command on the journal. */
export function createJournalCommand(task: JournalTask, terminal: Terminal, onExit: (code: ExitCode) => void): Command {
  const help = describeExitCodes({
    [exitCodes.success]: task.goal,
    [exitCodes.filesFailed]:
      'some files were left alone, because somebody changed them since or they cannot be written',
    [exitCodes.wrongUsage]: 'there is no such run',
    [exitCodes.defect]: 'a defect of octollm itself',
    [exitCodes.interrupted]: 'interrupted: call it again',
  });
  return new Command(task.name)
    .description(task.description)
    .argument('[run]', `name of the run, as \`octollm list\` shows it (default: ${task.fallback})`)
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', help)
    .action(async (id: string | undefined) => {
      const journal = findJournal(terminal.cwd);
      const interruption = hearInterruption();
      try {
        // Where there is no journal there is nothing to lock, and none should come to be.
        const unlock = existsSync(journal) ? lockJournal(journal) : () => undefined;
        try {
          onExit(tellRun(await task.act(journal, id, { signal: interruption.signal }), task, terminal));
        } finally {
          unlock();
        }
      } finally {
        interruption.dispose();
      }
    });
}

/** Tells what became of the files, and gives the exit code that fits. */
function tellRun(
  { run, moved, there, left, pending, stop }: RunReport,
  task: JournalTask,
  terminal: Terminal,
): ExitCode {
  terminal.stdout.write(`${task.done} run ${run.id}: ${formatCount(moved.length + there.length, 'file')}.\n`);
  for (const { entry, reason } of left) terminal.stderr.write(`Left alone: ${entry.path}: ${reason}.\n`);
  if (stop === null) return left.length > 0 ? exitCodes.filesFailed : exitCodes.success;
  const reason = stop === 'interrupted' ? 'Interrupted' : stop.reason;
  terminal.stderr.write(
    `octollm: ${reason}: ${formatCount(pending.length, 'file')} to go; \`octollm ${task.name} ${run.id}\` goes on.\n`,
  );
  return stop === 'interrupted' ? exitCodes.interrupted : exitCodes.filesFailed;
}
