import type { CircuitRules } from './breaker-store.ts';

/** Runs the probes of one half-open time; it never has more under way than there are permits. */
export class ProbeRound {
  readonly #rules: CircuitRules;
  /** When the lease of each running probe ends; the oldest probe first. */
  readonly #leases = new Map<number, number>();
  #lastProbe = 0;
  #successes = 0;
  #failures = 0;

  constructor(rules: CircuitRules) {
    this.#rules = rules;
  }

  /** How many probes are under way. */
  get running(): number {
    return this.#leases.size;
  }

  /** Begins a probe and returns its number; `undefined` when no permit is free. A hung probe loses its permit. */
  begin(now: number): number | undefined {
    const { permits, leaseMs } = this.#rules;
    if (this.#successes + this.#failures + this.running >= permits && !this.#takeOver(now)) return undefined;
    this.#leases.set(++this.#lastProbe, now + leaseMs);
    return this.#lastProbe;
  }

  /** Returns how long it takes at most until a permit is free, in milliseconds. */
  waitMs(now: number): number {
    const [oldest = now] = this.#leases.values();
    return Math.max(0, oldest - now);
  }

  /** Ends a probe; returns `false` when another one has taken its permit over. */
  end(probe: number | undefined): boolean {
    return probe !== undefined && this.#leases.delete(probe);
  }

  /** Counts how a probe ended; returns whether the circuit should close or open again. */
  count(isSuccess: boolean): 'closed' | 'open' | undefined {
    const { permits, successThreshold } = this.#rules;
    if (isSuccess) return ++this.#successes >= successThreshold ? 'closed' : undefined;
    // When it is out of reach, no further probe has to suffer.
    return ++this.#failures > permits - successThreshold ? 'open' : undefined;
  }

  #takeOver(now: number): boolean {
    for (const [probe, end] of this.#leases) return end <= now && this.#leases.delete(probe);
    return false;
  }
}
