import type { BreakerState } from '../breaker-state.ts';
import type { TripWindow } from '../trip/trip-policy.ts';
import type {
  CallReport,
  Circuit,
  CircuitRules,
  CircuitView,
  Hold,
  Refusal,
  RefusalReason,
  Ticket,
  Transition,
} from './breaker-store.ts';
import { ProbeRound } from './probe-round.ts';

/**
 * Keeps a circuit in memory. Time alone changes nothing: that an open circuit may probe is found when the next call
 * asks, so that there is no timer.
 */
export class MemoryCircuit implements Circuit {
  readonly #rules: CircuitRules;
  readonly #holds = new Set<Hold>();
  #state: BreakerState = 'closed';
  /** What every call of this generation gets, probes aside: the path of a healthy service builds no object. */
  #ticket: Ticket = { isAdmitted: true, generation: 0 };
  #windows: readonly TripWindow[];
  #probes: ProbeRound;
  #refusesUntil = -Infinity;
  #consecutiveOpens = 0;
  #lastError: unknown;

  constructor(rules: CircuitRules) {
    this.#rules = rules;
    this.#windows = this.#createWindows();
    this.#probes = new ProbeRound(rules);
  }

  admit(): Ticket | Refusal {
    const isFree = this.#state === 'closed' && this.#refusesUntil === -Infinity;
    return isFree ? this.#ticket : this.#decide();
  }

  record(ticket: Ticket, report: CallReport): Transition | undefined {
    if (ticket.generation !== this.#ticket.generation) return undefined;
    if (this.#state === 'half_open') return this.#recordProbe(ticket, report);
    if (this.#state === 'disabled') return undefined;
    const shouldOpen = this.#count(report);
    return shouldOpen && this.#state === 'closed' ? this.#open(report) : undefined;
  }

  hold(hold: Hold): Transition | undefined {
    this.#holds.add(hold);
    return this.#restart();
  }

  release(hold: Hold): Transition | undefined {
    return this.#holds.delete(hold) ? this.#restart() : undefined;
  }

  reset(): Transition | undefined {
    this.#holds.clear();
    return this.#restart();
  }

  view(): CircuitView {
    return {
      state: this.#state,
      generation: this.#ticket.generation,
      retryAfterMs: Math.max(0, this.#refusesUntil - this.#rules.clock.now()),
      consecutiveOpens: this.#consecutiveOpens,
      probes: this.#probes.running,
      lastError: this.#lastError,
      windows: this.#windows.map(({ counts }) => ({ ...counts })),
    };
  }

  #decide(): Ticket | Refusal {
    if (this.#state === 'isolated') return this.#refuse('isolated', undefined);
    if (this.#state === 'disabled' || this.#state === 'metrics_only') return this.#ticket;
    const now = this.#rules.clock.now();
    const waitMs = this.#refusesUntil - now;
    if (waitMs > 0) return this.#refuse(this.#state === 'open' ? 'open' : 'paused', waitMs);
    this.#refusesUntil = -Infinity;
    if (this.#state === 'closed') return this.#ticket;
    const transition = this.#state === 'open' ? this.#enter('half_open') : undefined;
    const probe = this.#probes.begin(now);
    if (probe === undefined) return this.#refuse('probing', this.#probes.waitMs(now));
    return { ...this.#ticket, probe, ...(transition && { transition }) };
  }

  #refuse(reason: RefusalReason, retryAfterMs: number | undefined): Refusal {
    const cause = reason === 'isolated' ? this.#latestHold()?.reason : this.#lastError;
    return { isAdmitted: false, reason, retryAfterMs, cause };
  }

  #recordProbe({ probe }: Ticket, report: CallReport): Transition | undefined {
    if (!this.#probes.end(probe)) return undefined;
    this.#note(report);
    if (report.outcome === 'ignored') return undefined;
    // A service that answers too late is not back.
    const next = this.#probes.count(report.outcome === 'success' && !report.isSlow);
    return next === 'open' ? this.#open(report) : next && this.#close();
  }

  /** Counts a call in every window; returns whether one of them says that the circuit should open. */
  #count(report: CallReport): boolean {
    this.#note(report);
    const { outcome, isSlow } = report;
    let shouldOpen = false;
    if (outcome === 'ignored') return shouldOpen;
    for (const window of this.#windows) if (window.record(outcome === 'failure', isSlow)) shouldOpen = true;
    return shouldOpen;
  }

  /** Remembers the last failure, and until when the service wants to be left alone. */
  #note({ outcome, error, pauseMs = 0 }: CallReport): void {
    const shouldPause = outcome === 'ignored' && pauseMs > 0;
    if (outcome === 'failure' || shouldPause) this.#lastError = error;
    if (shouldPause && this.#state !== 'metrics_only') this.#refuseFor(pauseMs);
  }

  #refuseFor(durationMs: number): void {
    const { clock, maxOpenMs } = this.#rules;
    this.#refusesUntil = Math.max(this.#refusesUntil, clock.now() + Math.min(durationMs, maxOpenMs));
  }

  #open({ pauseMs = 0 }: CallReport): Transition {
    const context = { consecutiveOpens: ++this.#consecutiveOpens, lastError: this.#lastError };
    this.#refuseFor(Math.max(this.#rules.openMs(context), pauseMs));
    return { ...this.#enter('open'), retryAfterMs: this.view().retryAfterMs, lastError: this.#lastError };
  }

  #close(): Transition {
    this.#forget();
    return this.#enter('closed');
  }

  /** Begins anew in the state that the latest hold asks for. */
  #restart(): Transition | undefined {
    this.#forget();
    this.#refusesUntil = -Infinity;
    const transition = this.#enter(this.#latestHold()?.state ?? 'closed');
    return transition.from === transition.to ? undefined : transition;
  }

  #forget(): void {
    this.#consecutiveOpens = 0;
    this.#lastError = undefined;
    this.#windows = this.#createWindows();
  }

  #latestHold(): Hold | undefined {
    return [...this.#holds].at(-1);
  }

  #enter(to: BreakerState): Transition {
    const from = this.#state;
    this.#state = to;
    this.#ticket = { isAdmitted: true, generation: this.#ticket.generation + 1 };
    this.#probes = new ProbeRound(this.#rules);
    return { from, to };
  }

  #createWindows(): readonly TripWindow[] {
    const { trip, clock } = this.#rules;
    return trip.map((policy) => policy.createWindow(clock));
  }
}
