import { spawn } from '@lydell/node-pty';
import { stripVTControlCharacters } from 'node:util';

/** A command in a real pseudo-terminal, as a person sees it and types into it. */
export interface PseudoTerminal {
  /** Waits until a text has come since the last call, and gives all that has come until it. */
  readonly waitFor: (text: string) => Promise<string>;
  readonly type: (keys: string) => void;
  /** Waits for the end, and gives the exit code with what has come since. */
  readonly end: () => Promise<{ readonly code: number; readonly text: string }>;
  /** All that was written, with its control characters. */
  readonly getRaw: () => string;
}

export function openPseudoTerminal(
  command: readonly string[],
  options: { readonly cwd: string; readonly environment?: Readonly<Record<string, string>> },
): PseudoTerminal {
  const [file = '', ...parameters] = command;
  const child = spawn(file, parameters, {
    cols: 120,
    rows: 40,
    cwd: options.cwd,
    name: 'xterm-256color',
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', ...options.environment },
  });
  let raw = '';
  let seen = 0;
  let notify: () => void = () => undefined;
  const ended = new Promise<number>((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)));
  child.onData((data) => {
    raw += data;
    notify();
  });
  const takeUntil = (text: string): string | undefined => {
    const fresh = stripVTControlCharacters(raw).slice(seen);
    const index = fresh.indexOf(text);
    if (index === -1) return undefined;
    seen += index + text.length;
    return fresh.slice(0, index + text.length);
  };
  return {
    getRaw: () => raw,
    type: (keys) => child.write(keys),
    waitFor: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = takeUntil(text);
          if (found !== undefined) resolve(found);
        };
        notify = look;
        void ended.then(() => {
          look();
          reject(new Error(`It ended before it wrote "${text}". It wrote:\n${stripVTControlCharacters(raw)}`));
        });
        look();
      }),
    end: async () => ({ code: await ended, text: stripVTControlCharacters(raw).slice(seen) }),
  };
}
