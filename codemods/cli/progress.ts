import type { Terminal } from './terminal.ts';

export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly stop: () => void;
}

/** Work that ends sooner needs no bar. */
const patienceMs = 500;

/**
 * A progress bar on the standard error of a terminal, shown once the work has taken a while and wiped away at its end.
 *
 * @param label what is done, in one word
 * @param getElapsedMs how long the work has taken so far
 */
export async function createProgress(
  { stderr }: Terminal,
  isWanted: boolean,
  label: string,
  getElapsedMs: () => number = startClock(),
): Promise<Progress> {
  if (!isWanted || stderr.isTTY !== true) return { update: () => undefined, stop: () => undefined };
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    format: `${label} {bar} {value} of {total} files`,
    stream: stderr,
    clearOnComplete: true,
    hideCursor: true,
    barsize: 30,
  });
  let isShown = false;
  return {
    update: (done, total) => {
      if (!isShown && getElapsedMs() < patienceMs) return;
      if (isShown) bar.update(done);
      else bar.start(total, done);
      isShown = true;
    },
    stop: () => {
      if (isShown) bar.stop();
    },
  };
}

function startClock(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
