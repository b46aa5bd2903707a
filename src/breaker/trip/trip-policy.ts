import type { Clock } from '../../time/clock.ts';

/** Holds what a window has counted. */
export interface TripCounts {
  /** How many calls the window holds, ignored ones left out. */
  readonly calls: number;
  /** How many of them failed. */
  readonly failures: number;
  /** How many of them were slow. */
  readonly slowCalls: number;
}

/** Counts the calls of one closed circuit; every call takes the same time, however many calls the window holds. */
export interface TripWindow {
  /** What the window holds now. */
  readonly counts: TripCounts;
  /**
   * Counts a call.
   *
   * @param isFailure Whether it failed.
   * @param isSlow Whether it took as long as a slow call.
   * @returns Whether the circuit should open; a call that was neither a failure nor slow is no reason.
   */
  record(isFailure: boolean, isSlow: boolean): boolean;
}

/** Decides when a circuit opens. */
export interface TripPolicy {
  /** Describes the policy as data, for a store that counts in another process. */
  readonly settings: Readonly<Record<string, number | string | undefined>>;
  /**
   * Creates an empty window; a circuit asks for one at its start and whenever it closes.
   *
   * @param clock Tells the time that the window slides by.
   */
  createWindow(clock: Clock): TripWindow;
}
