import { startCall } from '../pipeline/begin-call.ts';
import type { CallScope } from '../pipeline/call-scope.ts';
import type { CallContext } from '../pipeline/strategy.ts';
import { asScope } from '../pipeline/to-scope.ts';
import type { BreakerOptions } from './breaker-options.ts';
import { completeOptions } from './breaker-settings.ts';
import type { HeldState } from './breaker-state.ts';
import type { BreakerHold, CircuitBreaker } from './circuit-breaker.ts';
import { Gate } from './gate.ts';
import { Judge } from './judge.ts';
import { createPermit } from './permit.ts';
import type { Ticket } from './store/breaker-store.ts';
import { MemoryCircuit } from './store/memory-circuit.ts';

/**
 * Creates a circuit breaker: create one for each service that is called, not for each call.
 *
 * Closed, it lets calls through and counts them; a trip policy opens it. Open, it refuses until its time is over.
 * Half-open, it lets a few probes through: their success closes it, their failure opens it for longer. A result counts only
 * in the state in which its call began. There are no timers: time is read when a call comes.
 *
 * Put it inside of retries, so that each attempt counts, and around the time limit of an attempt, so that a service that
 * does not answer fails.
 *
 * @param options Name, trip policy, times and what counts as a failure.
 * @throws A `ConfigurationError` when an option is out of range or contradicts another one.
 */
export function createBreaker(options: BreakerOptions): CircuitBreaker {
  const settings = completeOptions(options);
  const { name } = settings;
  const circuit = options.store?.getCircuit(name, settings) ?? new MemoryCircuit(settings);
  const gate = new Gate(settings, circuit);
  const judge = new Judge(settings);

  const hold = (state: HeldState, reason?: string): BreakerHold => {
    const held = { state, reason };
    const release = (): void => void gate.change(() => circuit.release(held));
    gate.change(() => circuit.hold(held));
    return { release, [Symbol.dispose]: release };
  };

  const guard = <T>(fn: (context: CallContext) => T | PromiseLike<T>, scope: CallScope, ticket: Ticket): Promise<T> => {
    const startMs = judge.start();
    return startCall(fn, scope).then(
      (value) => {
        const recording = gate.record(ticket, judge.success(value, startMs));
        return recording ? recording.then(() => value) : value;
      },
      async (error: unknown) => {
        await gate.record(ticket, judge.failure(error, startMs, scope));
        throw error;
      },
    );
  };

  return {
    layers: ['breaker'],
    name,
    get state() {
      return circuit.view().state;
    },
    snapshot: () => ({ name, ...circuit.view() }),
    execute(fn, outer) {
      const scope = asScope(outer);
      if (scope.aborted) return Promise.reject(scope.signal.reason);
      const admission = gate.admit();
      if ('generation' in admission) return guard(fn, scope, admission);
      // Who aborts while the store is asked calls nothing, and the permit goes back.
      return gate.enter(admission, scope).then((ticket) => guard(scope.aborted ? rejectAborted : fn, scope, ticket));
    },
    async tryAcquire() {
      const admission = await gate.admit();
      return admission.isAdmitted
        ? createPermit(admission, gate, judge)
        : { isAdmitted: false, error: gate.refuse(admission) };
    },
    isolate: (reason) => hold('isolated', reason),
    disable: () => hold('disabled'),
    metricsOnly: () => hold('metrics_only'),
    reset: () => void gate.change(() => circuit.reset()),
  };
}

const rejectAborted = ({ signal }: CallContext): Promise<never> => Promise.reject(signal.reason);
