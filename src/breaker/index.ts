/**
 * Refuses calls to a service that fails, and tries later whether it is back.
 *
 * @module
 */

export type { BreakerEvent, BreakerTransition } from './breaker-event.ts';
export type { BreakerOptions, HalfOpenOptions } from './breaker-options.ts';
export { createBreakerRegistry } from './breaker-registry.ts';
export type { BreakerRegistry, BreakerRegistryOptions } from './breaker-registry.ts';
export type { BreakerState, HeldState, CallOutcome } from './breaker-state.ts';
export type { BreakerHold, BreakerSnapshot, CircuitBreaker, Permit, Rejection } from './circuit-breaker.ts';
export { createBreaker } from './create-breaker.ts';
export { judgeOutcome } from './judge-outcome.ts';
export type {
  Awaitable,
  BreakerStore,
  CallReport,
  Circuit,
  CircuitRules,
  CircuitView,
  Hold,
  OpenContext,
  Refusal,
  RefusalReason,
  Ticket,
  Transition,
} from './store/breaker-store.ts';
export { memoryStore } from './store/memory-store.ts';
export { consecutive } from './trip/consecutive.ts';
export { countWindow, type CountWindowOptions } from './trip/count-window.ts';
export type { ThresholdOptions } from './trip/thresholds.ts';
export { timeWindow, type TimeWindowOptions } from './trip/time-window.ts';
export type { TripCounts, TripPolicy, TripWindow } from './trip/trip-policy.ts';
