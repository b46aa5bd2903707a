import { CancelledError, InvalidInputError } from '@octollm/errors/errors';
import { extname } from 'node:path';
import pc from 'picocolors';
import type { Terminal } from '../terminal.ts';
import { canShowColors } from '../terminal.ts';
import type { Answer } from './answers.ts';
import type { OpenChange } from './open-change.ts';
import { showChange } from './show-change.ts';

/** What a person says to a change. */
export type Reply = Answer | 'apply-kind' | 'decline-kind' | 'quit';

/** How the review talks to a person. */
export interface Dialog {
  readonly ask: (change: OpenChange, count: { readonly number: number; readonly total: number }) => Promise<Reply>;
  readonly tell: (message: string) => void;
}

/**
 * Talks on the standard error of a terminal, so that a report on the standard output stays clean. The prompts are loaded when the
 * first one is shown.
 */
export function createDialog(terminal: Terminal): Dialog {
  const { stdin, stderr } = terminal;
  const colors = pc.createColors(canShowColors({ ...terminal, stdout: stderr }));
  return {
    ask: async (change, count) => {
      if (stdin?.isTTY !== true || stderr.isTTY !== true)
        throw new InvalidInputError(
          'Cannot ask for the changes: `--interactive` needs a terminal. Run it without, and look at `--report`.',
        );
      stderr.write(`\n${showChange(change, count, colors)}\n`);
      try {
        return await askUntilClear(change, { input: stdin, output: stderr });
      } catch (cause) {
        if (cause instanceof Error && cause.name === 'ExitPromptError')
          throw new CancelledError('The review was interrupted: nothing was written.', { cause });
        throw cause;
      }
    },
    tell: (message) => stderr.write(`\n${colors.red(message)}\n`),
  };
}

/** The streams of the terminal, as the prompts take them. */
interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

async function askUntilClear(change: OpenChange, streams: Streams): Promise<Reply> {
  const { expand } = await import('@inquirer/prompts');
  const reply = await expand<Exclude<Reply, object> | 'edit'>(
    {
      message: 'Make this change?',
      default: 'y',
      choices: [
        { key: 'y', name: 'Yes, make it', value: 'apply' },
        { key: 'n', name: 'No, leave the site as it is', value: 'declined' },
        { key: 'e', name: 'Edit the new lines, then make it', value: 'edit' },
        {
          key: 'a',
          name: `All of this kind: make them without asking (${change.codemod}, ${change.kind})`,
          value: 'apply-kind',
        },
        { key: 'd', name: 'Decline all of this kind', value: 'decline-kind' },
        { key: 'q', name: 'Quit: keep what was accepted, decline the rest', value: 'quit' },
      ],
    },
    streams,
  );
  return reply === 'edit' ? editLines(change, streams) : reply;
}

/** Opens `$VISUAL` or `$EDITOR` on the new lines. */
async function editLines({ file, before, after }: OpenChange, streams: Streams): Promise<Answer> {
  const { editor } = await import('@inquirer/prompts');
  const text = await editor(
    {
      message: 'The new lines',
      default: `${after.replaceAll('\r\n', '\n')}\n`,
      postfix: extname(file),
      waitForUserInput: false,
    },
    streams,
  );
  const isWindows = /\r\n/.test(`${before}${after}`);
  const lines = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  const restored = isWindows ? lines.replaceAll('\n', '\r\n') : lines;
  if (restored === after) return 'apply';
  return restored === before ? 'declined' : { lines: restored };
}
