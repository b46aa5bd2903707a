import type { BreakerCalled, BreakerChanged } from '../observe/observed-event.ts';
import type { Transition } from './store/breaker-store.ts';

/** Reports that a breaker went from one state to another; an observer of logs or metrics takes it as it is. */
export type BreakerTransition = BreakerChanged & Transition;

/** Reports what happened in a breaker: a transition, a call that ended, or a call that was refused. */
export type BreakerEvent = BreakerTransition | BreakerCalled;
