import type { BreakerStore } from './breaker-store.ts';
import { MemoryCircuit } from './memory-circuit.ts';

/**
 * Creates a store in memory: breakers of the same name that share it share one circuit. A breaker without a store has a
 * circuit of its own. Circuits live as long as their store.
 */
export function memoryStore(): BreakerStore {
  const circuits = new Map<string, MemoryCircuit>();
  return {
    getCircuit(name, rules) {
      const circuit = circuits.get(name) ?? new MemoryCircuit(rules);
      circuits.set(name, circuit);
      return circuit;
    },
  };
}
