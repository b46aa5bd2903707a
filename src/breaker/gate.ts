import type { CircuitOpenError } from '../errors/circuit-open-error.ts';
import type { CallScope } from '../pipeline/call-scope.ts';
import { throwIfAborted } from '../pipeline/to-scope.ts';
import { WaitingLine } from '../pipeline/waiting-line.ts';
import { notify } from '../retry/notify.ts';
import type { BreakerEvent } from './breaker-event.ts';
import type { BreakerSettings } from './breaker-settings.ts';
import type { Awaitable, CallReport, Circuit, Refusal, Ticket, Transition } from './store/breaker-store.ts';
import { toOpenError } from './to-open-error.ts';

/** Admits a call while the store cannot be asked; its result has nowhere to go. */
const uncounted: Ticket = { isAdmitted: true, generation: -1 };

/** Stands between the calls of one breaker and its circuit: nothing that goes wrong there reaches a call. */
export class Gate {
  readonly #settings: BreakerSettings;
  readonly #circuit: Circuit;
  readonly #line = new WaitingLine();

  constructor(settings: BreakerSettings, circuit: Circuit) {
    this.#settings = settings;
    this.#circuit = circuit;
  }

  /** Asks the circuit once. */
  admit(): Awaitable<Ticket | Refusal> {
    try {
      const admission = this.#circuit.admit();
      if (!isPending(admission)) return this.#notice(admission);
      return admission.then(
        (answer) => this.#notice(answer),
        (error: unknown) => this.#admitWithoutStore(error),
      );
    } catch (error) {
      return this.#admitWithoutStore(error);
    }
  }

  /**
   * Waits for what the circuit says, and for the probes where the settings say so.
   *
   * @throws A `CircuitOpenError` for a refusal, or the reason of an abort.
   */
  async enter(first: Awaitable<Ticket | Refusal>, scope: CallScope): Promise<Ticket> {
    let admission = await first;
    while (!admission.isAdmitted && admission.reason === 'probing' && this.#settings.onExcess === 'wait') {
      await this.#waitForProbes(admission, scope);
      admission = await this.admit();
    }
    if (admission.isAdmitted) return admission;
    throw this.refuse(admission);
  }

  /** Takes the result of a call; returns a promise only when the store needs time. */
  record(ticket: Ticket, report: CallReport): PromiseLike<void> | undefined {
    if (this.#settings.onEvent) this.#tellOutcome(report);
    if (ticket === uncounted) return undefined;
    try {
      return this.#follow(this.#circuit.record(ticket, report));
    } catch (error) {
      return this.#complain(error);
    }
  }

  /** Changes the circuit by hand. */
  change(make: () => Awaitable<Transition | undefined>): void {
    try {
      void this.#follow(make());
    } catch (error) {
      this.#complain(error);
    }
  }

  /** Returns the error of a call that is refused. */
  refuse(refusal: Refusal): CircuitOpenError {
    this.#tell({ type: 'breaker_called', breaker: this.#settings.name, outcome: 'not_permitted' });
    return toOpenError(refusal, this.#settings);
  }

  #notice(admission: Ticket | Refusal): Ticket | Refusal {
    if (admission.isAdmitted && admission.transition) void this.#follow(admission.transition);
    return admission;
  }

  #admitWithoutStore(error: unknown): Ticket | Refusal {
    this.#complain(error);
    if (this.#settings.onStoreError === 'allow') return uncounted;
    return { isAdmitted: false, reason: 'store_failed', retryAfterMs: undefined, cause: error };
  }

  async #waitForProbes({ retryAfterMs = 0 }: Refusal, scope: CallScope): Promise<void> {
    throwIfAborted(scope);
    const cancelTimer = this.#settings.clock.setTimer(retryAfterMs, () => this.#line.admitNext());
    try {
      await this.#line.join(scope);
    } finally {
      cancelTimer();
    }
  }

  #follow(transition: Awaitable<Transition | undefined>): PromiseLike<void> | undefined {
    if (isPending(transition)) {
      return transition.then(
        (made) => void this.#follow(made),
        (error: unknown) => this.#complain(error),
      );
    }
    // Each one asks again, in the order in which they came.
    while (this.#line.length > 0) this.#line.admitNext();
    if (transition) this.#tell({ type: 'breaker_changed', breaker: this.#settings.name, ...transition });
    return undefined;
  }

  #tellOutcome({ outcome, isSlow }: CallReport): void {
    const counted = outcome === 'success' && isSlow ? 'slow' : outcome;
    this.#tell({ type: 'breaker_called', breaker: this.#settings.name, outcome: counted });
  }

  #tell(event: BreakerEvent): void {
    const { onEvent, onHookError } = this.#settings;
    if (onEvent) void notify(onEvent, event, onHookError);
  }

  #complain(error: unknown): undefined {
    void notify(this.#settings.onHookError, error, undefined);
  }
}

function isPending<T extends object>(value: Awaitable<T | undefined>): value is PromiseLike<T | undefined> {
  return value !== undefined && 'then' in value;
}
