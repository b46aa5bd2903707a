/** Counts what is attached to a signal. */
export interface WatchedSignal {
  readonly signal: AbortSignal;
  /** How many listeners were ever added. */
  readonly added: number;
  /** How many are attached now. */
  readonly attached: number;
  abort(reason: unknown): void;
}

/** Creates a signal that counts its listeners. */
export function watchSignal(): WatchedSignal {
  const controller = new AbortController();
  const { signal } = controller;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  const listeners = new Set<unknown>();
  let added = 0;
  signal.addEventListener = (...parameters: Parameters<typeof add>) => {
    added++;
    listeners.add(parameters[1]);
    add(...parameters);
  };
  signal.removeEventListener = (...parameters: Parameters<typeof remove>) => {
    listeners.delete(parameters[1]);
    remove(...parameters);
  };
  return {
    signal,
    abort: (reason) => controller.abort(reason),
    get added() {
      return added;
    },
    get attached() {
      return listeners.size;
    },
  };
}
