/// <reference lib="es2020.promise" preserve="true" />
import type { Classification, Classifier } from '../classify/classification.ts';
import type { Clock } from '../time/clock.ts';
import type { BreakerEvent } from './breaker-event.ts';
import type { CallOutcome } from './breaker-state.ts';
import type { BreakerStore, OpenContext } from './store/breaker-store.ts';
import type { TripPolicy } from './trip/trip-policy.ts';

/** Configures how a half-open circuit finds out whether the service is back. */
export interface HalfOpenOptions {
  /** How many probes a half-open time has; 1 by default. */
  readonly permits?: number;
  /**
   * How many probes must succeed for the circuit to close; all of them by default. It opens again as soon as that is out
   * of reach.
   */
  readonly successThreshold?: number;
  /**
   * After how many milliseconds another call may take over the permit of a probe that has not ended; 60,000 by default.
   * The result of the hung probe then changes nothing, so choose more than the slowest good answer takes.
   */
  readonly leaseMs?: number;
  /** What happens to a call without a permit: it is refused (the default), or it waits for the probes. */
  readonly onExcess?: 'reject' | 'wait';
}

/** Configures a circuit breaker. */
export interface BreakerOptions {
  /** Names the service behind, in errors, events and stores. */
  readonly name: string;
  /** Says when the circuit opens; of several policies the first one that is reached. `consecutive(5)` by default. */
  readonly trip?: TripPolicy | readonly TripPolicy[];
  /** From how many milliseconds on a call is slow; a slow probe does not close the circuit. By default none is slow. */
  readonly slowCallMs?: number;
  /**
   * How long the circuit stays open, in milliseconds. By default it grows from 5,000 to 300,000 while probes fail, half
   * of it left to chance.
   */
  readonly openMs?: number | ((context: OpenContext) => number);
  /** The longest time for which calls are refused, in milliseconds, whoever asks for it; 300,000 by default. */
  readonly maxOpenMs?: number;
  /**
   * Whether a wait that the service asked for counts: a rate limit with one pauses all calls and is ignored otherwise, and
   * a failure with one keeps the circuit open at least that long. `true` by default.
   */
  readonly honourRetryAfter?: boolean;
  /** How a half-open circuit finds out whether the service is back; by one probe by default. */
  readonly halfOpen?: HalfOpenOptions;
  /**
   * Says what the end of a call means, in place of `judgeOutcome`; the classification is `undefined` for a value. Calls that the
   * caller aborted or that a policy of this process refused never get here: they are ignored.
   */
  readonly outcome?: (
    settled: PromiseSettledResult<unknown>,
    classification: Classification | undefined,
  ) => CallOutcome;
  /** Classifies what was thrown; `classifyStructure` by default. */
  readonly classify?: Classifier;
  /** Keeps the circuit; by default it is in memory and belongs to this breaker alone. */
  readonly store?: BreakerStore;
  /** What happens to a call when the store cannot be asked: it is let through (the default), or refused. */
  readonly onStoreError?: 'allow' | 'fail';
  /** Whether a `CircuitOpenError` has a stack, which is most of what a refusal costs; `true` by default. */
  readonly stack?: boolean;
  /** Hears of transitions, of the outcome of each call, and of refusals. */
  readonly onEvent?: (event: BreakerEvent) => void;
  /** Hears what one of the functions here threw and what the store failed with; neither changes the result of a call. */
  readonly onHookError?: (error: unknown) => void;
  /** Times calls and refusals; `systemClock` by default. */
  readonly clock?: Clock;
  /** Returns a number from 0 up to, but not including, 1, for the default open time; `Math.random` by default. */
  readonly random?: () => number;
}
