import type { Command } from 'commander';
import { resume } from '../engine/journal/sweep.ts';
import type { ExitCode } from './exit-codes.ts';
import { createJournalCommand } from './journal-command.ts';
import type { Terminal } from './terminal.ts';

/** Builds `octollm resume`. */
export function createResumeCommand(terminal: Terminal, onExit: (code: ExitCode) => void): Command {
  const task = {
    name: 'resume',
    description:
      'Finishes a run that was cut off while it wrote. It writes what was planned then, and runs no type check.',
    fallback: 'the last one that was cut off',
    goal: 'everything that the run planned is written',
    done: 'Finished',
    act: resume,
  } as const;
  return createJournalCommand(task, terminal, onExit);
}
