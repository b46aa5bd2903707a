import type { Command } from 'commander';
import { undo } from '../engine/journal/sweep.ts';
import type { ExitCode } from './exit-codes.ts';
import { createJournalCommand } from './journal-command.ts';
import type { Terminal } from './terminal.ts';

/** Builds `octollm undo`. */
export function createUndoCommand(terminal: Terminal, onExit: (code: ExitCode) => void): Command {
  const task = {
    name: 'undo',
    description:
      'Takes a run back: every file that it wrote gets its bytes and its mode back, every file that it made goes.',
    fallback: 'the last one that is not undone',
    goal: 'everything is as it was before the run',
    done: 'Took back',
    act: undo,
  } as const;
  return createJournalCommand(task, terminal, onExit);
}
