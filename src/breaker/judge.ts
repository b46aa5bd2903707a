import type { Classification } from '../classify/classification.ts';
import type { CallScope } from '../pipeline/call-scope.ts';
import { isLocalRefusal } from '../pipeline/local-refusal.ts';
import { notify } from '../retry/notify.ts';
import type { BreakerSettings } from './breaker-settings.ts';
import type { CallOutcome } from './breaker-state.ts';
import { judgeOutcome } from './judge-outcome.ts';
import type { CallReport } from './store/breaker-store.ts';

/** Reports a call that says nothing about the service. */
export const ignoredCall: CallReport = { outcome: 'ignored', isSlow: false };

const quickSuccess: CallReport = { outcome: 'success', isSlow: false };

/** Says what the end of a call means; what the functions of the user throw makes a call ignored, and never lost. */
export class Judge {
  readonly #settings: BreakerSettings;

  constructor(settings: BreakerSettings) {
    this.#settings = settings;
  }

  /** Returns when a call begins; a clock is read only when somebody asks for slow calls. */
  start(): number {
    return this.#settings.slowCallMs < Infinity ? this.#settings.clock.now() : 0;
  }

  /** Reports a value. */
  success(value: unknown, startMs: number): CallReport {
    const { outcome, slowCallMs } = this.#settings;
    if (!outcome && slowCallMs === Infinity) return quickSuccess;
    return this.#guard(() => ({
      outcome: outcome?.({ status: 'fulfilled', value }, undefined) ?? 'success',
      isSlow: this.#isSlow(startMs),
    }));
  }

  /**
   * Reports what was thrown. Once the scope has ended, it alone decides, whatever the client then threw: a time limit
   * around the breaker is a failure of a service that did not answer, any other abort says nothing about it.
   */
  failure(error: unknown, startMs: number, scope: CallScope): CallReport {
    return this.#guard(() => {
      const isSlow = this.#isSlow(startMs);
      if (isLocalRefusal(error)) return ignoredCall;
      if (!scope.aborted) return { ...this.#judge(error), isSlow, error };
      const { kind } = this.#settings.classify(scope.signal.reason);
      return kind === 'timeout' ? { outcome: 'failure', isSlow, error } : ignoredCall;
    });
  }

  #judge(error: unknown): { readonly outcome: CallOutcome; readonly pauseMs: number } {
    const { classify, honourRetryAfter, outcome: ask } = this.#settings;
    const classification: Classification = classify(error);
    const { kind, retryAfterMs = 0 } = classification;
    const pauseMs = honourRetryAfter ? retryAfterMs : 0;
    const outcome = ask
      ? ask({ status: 'rejected', reason: error }, classification)
      : judgeOutcome({ kind, retryAfterMs: pauseMs });
    const isForAll = outcome === 'failure' || kind === 'rate_limit';
    return { outcome, pauseMs: isForAll ? pauseMs : 0 };
  }

  #isSlow(startMs: number): boolean {
    const { slowCallMs, clock } = this.#settings;
    return slowCallMs < Infinity && clock.now() - startMs >= slowCallMs;
  }

  #guard(createReport: () => CallReport): CallReport {
    try {
      return createReport();
    } catch (error) {
      void notify(this.#settings.onHookError, error, undefined);
      return ignoredCall;
    }
  }
}
