import type { CircuitOpenError } from '../errors/circuit-open-error.ts';
import type { CallContext, CallOptions, Strategy } from '../pipeline/strategy.ts';
import type { BreakerState } from './breaker-state.ts';
import type { CircuitView } from './store/breaker-store.ts';

/** Allows one call whose end its owner reports; only the first report counts. */
export interface Permit {
  readonly isAdmitted: true;
  /** Reports that the service did what it should. */
  success(): Promise<void>;
  /**
   * Reports a failure, judged as if `execute` had caught it.
   *
   * @param error What was thrown.
   */
  failure(error: unknown): Promise<void>;
  /** Reports that the call says nothing about the service, also when it never began. */
  ignore(): Promise<void>;
}

/** Refuses one call. */
export interface Rejection {
  readonly isAdmitted: false;
  /** What `execute` would reject with. */
  readonly error: CircuitOpenError;
}

/** Holds what is known about a breaker at one moment. */
export interface BreakerSnapshot extends CircuitView {
  /** The name of the service behind. */
  readonly name: string;
}

/** Keeps a breaker in a state; `using` releases it at the end of a block. */
export interface BreakerHold extends Disposable {
  /** Releases the state; calling it again does nothing. */
  release(): void;
}

/** Guards calls to a service: when too many fail, it refuses further ones for a while and then tries a few. */
export interface CircuitBreaker extends Strategy {
  /** The name of the service behind. */
  readonly name: string;
  /** The state now; an open circuit becomes half-open when a call asks after its time is over. */
  readonly state: BreakerState;
  /**
   * Calls a function unless the circuit is open.
   *
   * An abort of the caller is ignored; one by a time limit is a failure.
   *
   * @param fn What to call; a value, a promise and a synchronous throw are all fine.
   * @param options The signal of the caller, or the context of the strategy around this one.
   * @returns What the function returns or throws; rejects with a `CircuitOpenError` that tells how long it lasts and what
   *   failed last.
   */
  execute<T>(fn: (context: CallContext) => T | PromiseLike<T>, options?: CallOptions): Promise<T>;
  /**
   * Asks for one call that does not fit into a function, such as a stream. Each permit must be reported; that of a probe
   * lapses after `leaseMs`.
   */
  tryAcquire(): Promise<Permit | Rejection>;
  /** Returns what is known about the circuit, without changing it. */
  snapshot(): BreakerSnapshot;
  /**
   * Refuses every call until it is released. After the last release of all holds the circuit is closed and has counted
   * nothing.
   *
   * @param reason Why, for the errors.
   */
  isolate(reason?: string): BreakerHold;
  /** Lets every call through and counts nothing until it is released. */
  disable(): BreakerHold;
  /** Lets every call through and counts, but never opens until it is released: to try a policy on real traffic. */
  metricsOnly(): BreakerHold;
  /** Closes the circuit, forgets what it has counted and takes back every hold. */
  reset(): void;
}
