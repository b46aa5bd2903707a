import { throwIfAborted, toScope } from '../pipeline/to-scope.ts';
import type { BreakerOptions } from './breaker-options.ts';
import { completeOptions } from './breaker-settings.ts';
import type { HeldState } from './breaker-state.ts';
import type { BreakerHold, CircuitBreaker } from './circuit-breaker.ts';
import { Gate } from './gate.ts';
import { Judge } from './judge.ts';
import { createPermit } from './permit.ts';
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

  return {
    layers: ['breaker'],
    name,
    get state() {
      return circuit.view().state;
    },
    snapshot: () => ({ name, ...circuit.view() }),
    async execute(fn, outer) {
      const scope = toScope(outer);
      const admission = gate.admit();
      const ticket = 'generation' in admission ? admission : await gate.enter(admission, scope);
      const startMs = judge.start();
      try {
        if (ticket !== admission) throwIfAborted(scope);
        const value = await fn(scope);
        const recording = gate.record(ticket, judge.success(value, startMs));
        if (recording) await recording;
        return value;
      } catch (error) {
        await gate.record(ticket, judge.failure(error, startMs, scope));
        throw error;
      }
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
