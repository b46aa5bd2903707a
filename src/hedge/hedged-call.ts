import type { Classification } from '../classify/classification.ts';
import { CancelledError } from '../errors/cancelled-error.ts';
import { AbortableScope } from '../pipeline/abortable-scope.ts';
import type { CallScope } from '../pipeline/call-scope.ts';
import type { StopListening } from '../pipeline/listen-to-abort.ts';
import type { CallContext } from '../pipeline/strategy.ts';
import { suppress } from '../errors/suppressed.ts';
import type { CancelTimer } from '../time/clock.ts';
import type { HedgeSettings } from './hedge-options.ts';

type Work<T> = (context: CallContext) => T | PromiseLike<T>;

/** Holds the two ends of the promise that the caller waits for. */
interface Caller<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

/** What a budget is told about a call that has not failed: it only takes long. */
const slow: Classification = {
  kind: 'timeout',
  retryable: true,
  action: 'retry',
  sent: 'maybe',
  confidence: 'none',
  rule: 'hedge',
};

/** Runs a function, and hedges of it, until one of the calls settles the race. */
export function runHedged<T>(work: Work<T>, settings: HedgeSettings, scope: CallScope): Promise<T> {
  return new Promise<T>((resolve, reject) => new HedgedCall(work, settings, scope, { resolve, reject }).begin());
}

class HedgedCall<T> {
  readonly #work: Work<T>;
  readonly #settings: HedgeSettings;
  readonly #scope: CallScope;
  readonly #caller: Caller<T>;
  readonly #running = new Set<AbortableScope>();
  readonly #failures: unknown[] = [];
  readonly #stopListening: StopListening;
  #hedges = 0;
  #isOver = false;
  #cancelTimer: CancelTimer | undefined;

  constructor(work: Work<T>, settings: HedgeSettings, scope: CallScope, caller: Caller<T>) {
    this.#work = work;
    this.#settings = settings;
    this.#scope = scope;
    this.#caller = caller;
    this.#stopListening = scope.onAbort((reason) => {
      this.#end(reason);
      caller.reject(reason);
    });
  }

  begin(): void {
    void this.#call();
    this.#guard(() => this.#scheduleHedge());
  }

  async #call(): Promise<void> {
    const scope = new AbortableScope(this.#scope);
    this.#running.add(scope);
    try {
      const value = await this.#work(scope);
      this.#leave(scope);
      this.#succeed(value);
    } catch (error) {
      this.#leave(scope);
      this.#guard(() => this.#goOnAfter(error));
    }
  }

  /** Runs a step that asks functions of the user; what they throw ends the race. */
  #guard(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#failures.push(error);
      this.#fail();
    }
  }

  #leave(scope: AbortableScope): void {
    this.#running.delete(scope);
    scope.dispose();
  }

  #scheduleHedge(): void {
    const { clock, getDelayMs, maxHedges } = this.#settings;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    // A call may end the race before it returns: it may abort the caller's signal.
    if (this.#isOver || this.#hedges === maxHedges) return;
    const delayMs = getDelayMs(this.#hedges + 1);
    if (!(delayMs < Infinity)) return;
    this.#cancelTimer = clock.setTimer(delayMs, () => this.#guard(() => this.#hedge(slow)));
  }

  /** Starts one more call, when there may be one and the budget pays for it; returns whether it did. */
  #hedge(because: Classification): boolean {
    const { budget, maxHedges } = this.#settings;
    if (this.#hedges === maxHedges || budget?.tryAcquire(because) === false) return false;
    this.#hedges++;
    this.begin();
    return true;
  }

  #succeed(value: T): void {
    if (this.#isOver) return;
    this.#end();
    this.#caller.resolve(value);
    // Last, because a budget that throws must not take the value away.
    this.#settings.budget?.onSuccess();
  }

  #goOnAfter(error: unknown): void {
    if (this.#isOver) return;
    this.#failures.push(error);
    const classification = this.#settings.classify(error);
    if (!this.#settings.nonFatal(classification)) this.#fail(error);
    else if (!this.#hedge(classification) && this.#running.size === 0) this.#fail();
  }

  /** Rejects with one failure, the first unless another one decided, and keeps the others beside it. */
  #fail(decisive: unknown = this.#failures[0]): void {
    for (const failure of this.#failures) suppress(decisive, failure);
    this.#end();
    this.#caller.reject(decisive);
  }

  #end(reason?: unknown): void {
    this.#isOver = true;
    this.#cancelTimer?.();
    this.#stopListening();
    // An error costs a stack, and mostly nobody is left to read it.
    if (this.#running.size === 0) return;
    const why = reason ?? new CancelledError('Another call of the same hedge settled first');
    for (const loser of this.#running) loser.abort(why);
  }
}
