import { memoryStore, type BreakerStore, type Circuit } from '@octollm/errors/breaker';

/** A store that answers later, as one in another process does; `fail` makes it unreachable. */
export function createAsyncStore(): BreakerStore & { fail: (error: unknown) => void } {
  const memory = memoryStore();
  let failure: { readonly error: unknown } | undefined;
  const answer = async <T>(ask: () => T): Promise<Awaited<T>> => {
    await Promise.resolve();
    if (failure) throw failure.error;
    return await ask();
  };
  return {
    fail: (error) => {
      failure = { error };
    },
    getCircuit(name, rules): Circuit {
      const circuit = memory.getCircuit(name, rules);
      return {
        admit: () => answer(() => circuit.admit()),
        record: (ticket, report) => answer(() => circuit.record(ticket, report)),
        hold: (hold) => answer(() => circuit.hold(hold)),
        release: (hold) => answer(() => circuit.release(hold)),
        reset: () => answer(() => circuit.reset()),
        view: () => circuit.view(),
      };
    },
  };
}

/** A store that throws at once whatever it is asked. */
export function createBrokenStore(error: unknown): BreakerStore {
  const fail = (): never => {
    throw error;
  };
  return {
    getCircuit: (name, rules) => ({
      ...{ admit: fail, record: fail, hold: fail, release: fail, reset: fail },
      view: () => memoryStore().getCircuit(name, rules).view(),
    }),
  };
}

/** A store that rejects later whatever it is asked. */
export function createUnreachableStore(error: unknown): BreakerStore {
  const store = createAsyncStore();
  store.fail(error);
  return store;
}
