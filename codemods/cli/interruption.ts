import { CancelledError } from '@octollm/errors/errors';

/** Hears the signals that ask a process to end, so that it can end between two files. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** The result of work that may be dropped at any moment. @throws CancelledError as soon as a signal comes */
  readonly unlessInterrupted: <Result>(work: Promise<Result>) => Promise<Result>;
  /** Leaves the signals to the system again. */
  readonly dispose: () => void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function hearInterruption(): Interruption {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = (): void => controller.abort();
  for (const name of signals) process.on(name, abort);
  return {
    signal,
    unlessInterrupted: (work) => Promise.race([work, rejectOnAbort(signal)]),
    dispose: () => {
      for (const name of signals) process.off(name, abort);
    },
  };
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const refuse = (): void => reject(new CancelledError('Interrupted. No file was changed.'));
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
}
