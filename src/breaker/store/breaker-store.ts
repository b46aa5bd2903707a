import type { Clock } from '../../time/clock.ts';
import type { BreakerState, HeldState, CallOutcome } from '../breaker-state.ts';
import type { TripCounts, TripPolicy } from '../trip/trip-policy.ts';

/** Stands for a value that may arrive later, from another process. */
export type Awaitable<T> = T | PromiseLike<T>;

/** Tells how often a circuit has opened without closing in between, and why it opens now. */
export interface OpenContext {
  /** How often it has opened, this time included: from 1 up. */
  readonly consecutiveOpens: number;
  /** What the last failure threw. */
  readonly lastError: unknown;
}

/** Holds the rules of one circuit with every default in place. */
export interface CircuitRules {
  /** Say when the circuit opens; the first one that is reached decides. */
  readonly trip: readonly TripPolicy[];
  /** Returns how long the circuit stays open, in milliseconds; it never throws and never exceeds `maxOpenMs`. */
  readonly openMs: (context: OpenContext) => number;
  /** The longest time for which calls are refused, in milliseconds. */
  readonly maxOpenMs: number;
  /** How many probes a half-open time has. */
  readonly permits: number;
  /** How many probes must succeed for the circuit to close. */
  readonly successThreshold: number;
  /** After how many milliseconds another call may take over the permit of a probe. */
  readonly leaseMs: number;
  /** Times calls and refusals. */
  readonly clock: Clock;
}

/** Reports that a circuit went from one state to another. */
export interface Transition {
  /** The state that it left. */
  readonly from: BreakerState;
  /** The state that it is in now. */
  readonly to: BreakerState;
  /** How long calls are refused now, in milliseconds, when the circuit opens. */
  readonly retryAfterMs?: number | undefined;
  /** What the last failure threw, when the circuit opens. */
  readonly lastError?: unknown;
}

/** Admits a call; handed back with the result, it tells a result of now from one of an earlier time. */
export interface Ticket {
  readonly isAdmitted: true;
  /** Grows with each transition; a result of an older generation changes nothing. */
  readonly generation: number;
  /** The number of the probe, in a half-open circuit. */
  readonly probe?: number;
  /** What the admission itself has changed. */
  readonly transition?: Transition;
}

/** Names why a call is refused. */
export type RefusalReason =
  | 'open'
  /** The service asked everybody to wait. */
  | 'paused'
  /** The circuit is half-open and no permit is free. */
  | 'probing'
  | 'isolated'
  /** The store cannot be asked, and `onStoreError` is `fail`. */
  | 'store_failed';

/** Refuses a call. */
export interface Refusal {
  readonly isAdmitted: false;
  /** Why it is refused. */
  readonly reason: RefusalReason;
  /** After how many milliseconds a call can be admitted at the latest; unknown while isolated. */
  readonly retryAfterMs: number | undefined;
  /** What the last failure threw, or why somebody has isolated the circuit. */
  readonly cause: unknown;
}

/** Reports how a call ended. */
export interface CallReport {
  /** What the end of the call says about the service. */
  readonly outcome: CallOutcome;
  /** Whether it took as long as a slow call. */
  readonly isSlow: boolean;
  /** What it threw; left out for a value and for what is ignored. */
  readonly error?: unknown;
  /** How long the service asked everybody to stay away, in milliseconds. */
  readonly pauseMs?: number;
}

/** Holds what is known about a circuit at one moment. */
export interface CircuitView {
  /** The state now. */
  readonly state: BreakerState;
  /** Grows with each transition. */
  readonly generation: number;
  /** How long calls are refused, in milliseconds; 0 when one would be let through as far as time is concerned. */
  readonly retryAfterMs: number;
  /** How often the circuit has opened without closing in between. */
  readonly consecutiveOpens: number;
  /** How many probes are under way. */
  readonly probes: number;
  /** What the last failure threw; cleared when the circuit closes. */
  readonly lastError: unknown;
  /** What the window of each trip policy holds. */
  readonly windows: readonly TripCounts[];
}

/** Represents one request of an operator for a state; the same object releases it. */
export interface Hold {
  /** The state that the operator asks for. */
  readonly state: HeldState;
  /** Why, for the errors of refused calls. */
  readonly reason: string | undefined;
}

/** Keeps the state of one circuit; all breakers that share it see the same. */
export interface Circuit {
  /** Asks whether a call may begin. */
  admit(): Awaitable<Ticket | Refusal>;
  /** Takes the result of an admitted call; each ticket of a probe counts once. */
  record(ticket: Ticket, report: CallReport): Awaitable<Transition | undefined>;
  /** Puts the circuit into a state until the hold is released; of several, the latest decides. */
  hold(hold: Hold): Awaitable<Transition | undefined>;
  /** Takes a hold back; without another one the circuit is closed and has counted nothing. */
  release(hold: Hold): Awaitable<Transition | undefined>;
  /** Closes the circuit, forgets what it has counted and takes every hold back. */
  reset(): Awaitable<Transition | undefined>;
  /** Returns what is known without waiting: a store in another process returns what it saw last. */
  view(): CircuitView;
}

/** Keeps circuits: in memory, or in a database that several processes share. */
export interface BreakerStore {
  /**
   * Returns the circuit of a name, which it creates when there is none.
   *
   * @param name The name of the breakers that share it.
   * @param rules Those of the first breaker of this name win.
   */
  getCircuit(name: string, rules: CircuitRules): Circuit;
}
