import type { BreakerState, HeldState } from '@octollm/errors/breaker';

/** What the model and the real breaker are made with. */
export const rules = {
  failures: 2,
  openMs: 1000,
  permits: 2,
  successThreshold: 1,
  leaseMs: 400,
  pauseMs: 300,
} as const;

export type End = 'success' | 'failure' | 'ignored' | 'throttled';

interface Admitted {
  readonly generation: number;
  readonly leaseEnd: number;
}

/** Says what a breaker must do, as plainly as possible: no windows, no tickets, everything in lists. */
export class BreakerModel {
  now = 0;
  state: BreakerState = 'closed';
  generation = 0;
  series = 0;
  refusesUntil = 0;
  probes: number[] = [];
  ended = { successes: 0, failures: 0 };
  holds: { readonly id: number; readonly state: HeldState }[] = [];
  readonly edges: string[] = [];
  readonly running = new Map<number, Admitted>();

  /** Says whether a call is admitted. */
  admit(call: number): boolean {
    if (this.state === 'isolated') return false;
    if (this.state === 'open' || this.state === 'half_open' || this.state === 'closed') {
      if (this.now < this.refusesUntil) return false;
    }
    if (this.state === 'open') this.goTo('half_open');
    if (this.state === 'half_open' && !this.findPermit()) return false;
    this.running.set(call, { generation: this.generation, leaseEnd: this.now + rules.leaseMs });
    if (this.state === 'half_open') this.probes.push(call);
    return true;
  }

  /** Ends a call that was admitted. */
  settle(call: number, end: End): void {
    const { generation } = this.running.get(call) ?? { generation: NaN };
    this.running.delete(call);
    if (generation !== this.generation || this.state === 'disabled') return;
    if (this.state === 'half_open') {
      if (!this.probes.includes(call)) return;
      this.probes = this.probes.filter((probe) => probe !== call);
    }
    if (end === 'throttled' && this.state !== 'metrics_only') {
      this.refusesUntil = Math.max(this.refusesUntil, this.now + rules.pauseMs);
    }
    if (end === 'success' || end === 'failure') this.count(end);
  }

  hold(id: number, state: HeldState): void {
    this.holds.push({ id, state });
    this.restart();
  }

  release(id: number): void {
    if (!this.holds.some((hold) => hold.id === id)) return;
    this.holds = this.holds.filter((hold) => hold.id !== id);
    this.restart();
  }

  reset(): void {
    this.holds = [];
    this.restart();
  }

  private findPermit(): boolean {
    const { successes, failures } = this.ended;
    if (successes + failures + this.probes.length < rules.permits) return true;
    const [oldest] = this.probes;
    const lease = oldest === undefined ? undefined : this.running.get(oldest);
    if (!lease || lease.leaseEnd > this.now) return false;
    this.probes.shift();
    return true;
  }

  private count(end: 'success' | 'failure'): void {
    if (this.state === 'half_open') {
      if (end === 'success') this.ended.successes++;
      else this.ended.failures++;
      if (this.ended.successes >= rules.successThreshold) this.goTo('closed');
      else if (this.ended.failures > rules.permits - rules.successThreshold) this.open();
      return;
    }
    this.series = end === 'failure' ? this.series + 1 : 0;
    if (this.state === 'closed' && this.series >= rules.failures) this.open();
  }

  private open(): void {
    this.refusesUntil = Math.max(this.refusesUntil, this.now + rules.openMs);
    this.goTo('open');
  }

  private restart(): void {
    const before = this.state;
    this.refusesUntil = 0;
    this.enter(this.holds.at(-1)?.state ?? 'closed');
    this.series = 0;
    if (this.state !== before) this.edges.push(`${before} → ${this.state}`);
  }

  private goTo(next: BreakerState): void {
    this.edges.push(`${this.state} → ${next}`);
    if (next === 'closed') this.series = 0;
    this.enter(next);
  }

  private enter(next: BreakerState): void {
    this.state = next;
    this.generation++;
    this.probes = [];
    this.ended = { successes: 0, failures: 0 };
  }
}
