import { CancelledError } from '../errors/cancelled-error.ts';
import type { Classification } from '../classify/classification.ts';
import { AbortableScope } from '../pipeline/abortable-scope.ts';
import type { CallScope } from '../pipeline/call-scope.ts';
import type { CallContext } from '../pipeline/strategy.ts';
import { suppress } from '../resource/suppressed.ts';
import type { CancelTimer } from '../time/clock.ts';
import type { HedgeSettings } from './hedge-options.ts';

/** What a budget is told about a call that has not failed: it only takes long. */
const slow: Classification = {
  kind: 'timeout',
  retryable: true,
  action: 'retry',
  sent: 'maybe',
  confidence: 'none',
  rule: 'hedge',
};

/** Runs a call and its hedges until one of them settles the race. */
export function race<T>(
  fn: (context: CallContext) => T | PromiseLike<T>,
  settings: HedgeSettings,
  scope: CallScope,
): Promise<T> {
  const { getDelayMs, maxHedges, nonFatal, budget, classify, clock } = settings;
  return new Promise<T>((resolve, reject) => {
    const running = new Set<AbortableScope>();
    const failures: unknown[] = [];
    let isOver = false;
    let hedges = 0;
    let cancelTimer: CancelTimer | undefined;

    const end = (): void => {
      isOver = true;
      cancelTimer?.();
      stopListening();
      if (running.size === 0) return;
      const reason = new CancelledError('Another call of the same hedge settled first');
      for (const loser of running) loser.abort(reason);
    };
    const succeed = (value: T): void => {
      budget?.onSuccess();
      end();
      resolve(value);
    };
    const fail = (error: unknown, others: readonly unknown[]): void => {
      end();
      for (const other of others) suppress(error, other);
      reject(error);
    };

    const start = (): void => {
      const call = new AbortableScope(scope);
      running.add(call);
      const leave = (): void => {
        running.delete(call);
        call.dispose();
      };
      invoke(fn, call).then(
        (value) => {
          leave();
          if (!isOver) succeed(value);
        },
        (error: unknown) => {
          leave();
          if (!isOver) continueAfter(error);
        },
      );
    };
    const startHedge = (because: Classification): boolean => {
      if (hedges === maxHedges || budget?.tryAcquire(because) === false) return false;
      hedges++;
      start();
      scheduleNext();
      return true;
    };
    const scheduleNext = (): void => {
      cancelTimer?.();
      cancelTimer = undefined;
      if (hedges === maxHedges) return;
      const delayMs = getDelayMs(hedges + 1);
      if (delayMs < Infinity) cancelTimer = clock.setTimer(delayMs, () => startHedge(slow));
    };
    const continueAfter = (error: unknown): void => {
      const classification = classify(error);
      if (!nonFatal(classification)) {
        fail(error, failures);
        return;
      }
      failures.push(error);
      if (startHedge(classification) || running.size > 0) return;
      const [first, ...others] = failures;
      fail(first, others);
    };

    const stopListening = scope.onAbort((reason) => {
      end();
      reject(reason);
    });
    start();
    scheduleNext();
  });
}

/** Calls a function so that a synchronous throw is a rejection, too. */
async function invoke<T>(fn: (context: CallContext) => T | PromiseLike<T>, call: AbortableScope): Promise<T> {
  return fn(call);
}
