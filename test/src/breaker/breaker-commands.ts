import type { BreakerHold, CircuitBreaker, HeldState } from '@octollm/errors/breaker';
import type { ManualClock } from '@octollm/errors/testing';
import fc from 'fast-check';
import { expect } from 'vitest';

import { settle } from '../pipeline/deferred.ts';
import { rules, type BreakerModel, type End } from './breaker-model.ts';
import { begin, type OpenCall } from './drive.ts';
import { answered, answeredWithWait } from './failures.ts';

/** The real side: one or more breakers on one circuit. */
export interface Reality {
  readonly breakers: readonly CircuitBreaker[];
  readonly clock: ManualClock;
  readonly edges: readonly string[];
  readonly calls: OpenCall[];
  readonly holds: BreakerHold[];
}

type Command = fc.AsyncCommand<BreakerModel, Reality>;

function choose<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('Nothing to choose from');
  return item;
}

/** Compares what can be seen with the model, and checks what must always hold. */
function compare(model: BreakerModel, { breakers, edges }: Reality): void {
  for (const breaker of breakers) {
    const seen = breaker.snapshot();
    expect(seen).toMatchObject({
      state: model.state,
      generation: model.generation,
      probes: model.probes.length,
      retryAfterMs: Math.max(0, model.refusesUntil - model.now),
    });
    expect(seen.windows[0]?.failures).toBe(model.series);
    expect(seen.probes).toBeLessThanOrEqual(rules.permits);
  }
  expect(edges).toEqual(model.edges);
}

/** Begins a call with one of the breakers. */
class Begin implements Command {
  readonly #with: number;
  constructor(which: number) {
    this.#with = which;
  }
  check = (): boolean => true;
  toString = (): string => `begin(${this.#with})`;
  async run(model: BreakerModel, real: Reality): Promise<void> {
    const id = real.calls.length;
    const isAdmitted = model.admit(id);
    const call = begin(choose(real.breakers, this.#with));
    real.calls.push(call);
    if (isAdmitted) await settle();
    else expect(await call.end).toMatchObject({ status: 'rejected', reason: { code: 'CIRCUIT_OPEN' } });
    expect(call.isRunning).toBe(isAdmitted);
    compare(model, real);
  }
}

const errors: Readonly<Record<Exclude<End, 'success'>, () => unknown>> = {
  failure: () => answered(503),
  ignored: () => answered(404),
  throttled: () => answeredWithWait('rate_limit', rules.pauseMs),
};

/** Ends one of the calls that run, of whatever generation. */
class Settle implements Command {
  readonly #which: number;
  readonly #end: End;
  constructor(which: number, end: End) {
    this.#which = which;
    this.#end = end;
  }
  check = (model: Readonly<BreakerModel>): boolean => model.running.size > 0;
  toString = (): string => `settle(${this.#which}, ${this.#end})`;
  async run(model: BreakerModel, real: Reality): Promise<void> {
    const id = choose([...model.running.keys()], this.#which);
    model.settle(id, this.#end);
    const call = choose(real.calls, id);
    await (this.#end === 'success' ? call.succeed() : call.fail(errors[this.#end]()));
    compare(model, real);
  }
}

class Advance implements Command {
  readonly #ms: number;
  constructor(ms: number) {
    this.#ms = ms;
  }
  check = (): boolean => true;
  toString = (): string => `advance(${this.#ms})`;
  async run(model: BreakerModel, real: Reality): Promise<void> {
    model.now += this.#ms;
    await real.clock.advance(this.#ms);
    compare(model, real);
  }
}

class HoldState implements Command {
  readonly #state: HeldState;
  constructor(state: HeldState) {
    this.#state = state;
  }
  check = (): boolean => true;
  toString = (): string => `hold(${this.#state})`;
  async run(model: BreakerModel, real: Reality): Promise<void> {
    const breaker = choose(real.breakers, real.holds.length);
    model.hold(real.holds.length, this.#state);
    const methods = { isolated: 'isolate', disabled: 'disable', metrics_only: 'metricsOnly' } as const;
    real.holds.push(breaker[methods[this.#state]]());
    await settle();
    compare(model, real);
  }
}

class Release implements Command {
  readonly #which: number;
  constructor(which: number) {
    this.#which = which;
  }
  check = (model: Readonly<BreakerModel>): boolean => model.holds.length > 0;
  toString = (): string => `release(${this.#which})`;
  async run(model: BreakerModel, real: Reality): Promise<void> {
    const { id } = choose(model.holds, this.#which);
    model.release(id);
    choose(real.holds, id).release();
    await settle();
    compare(model, real);
  }
}

class Reset implements Command {
  check = (): boolean => true;
  toString = (): string => 'reset()';
  async run(model: BreakerModel, real: Reality): Promise<void> {
    model.reset();
    choose(real.breakers, model.generation).reset();
    await settle();
    compare(model, real);
  }
}

const which = fc.nat({ max: 20 });
const settling = (end: End): fc.Arbitrary<Command> => which.map((index) => new Settle(index, end));

/** Sequences of everything that can happen to a breaker; calls and failures more often than operators. */
export const sequences: fc.Arbitrary<Iterable<Command>> = fc.commands(
  [
    which.map((index) => new Begin(index)),
    which.map((index) => new Begin(index)),
    settling('failure'),
    settling('failure'),
    settling('success'),
    settling('ignored'),
    settling('throttled'),
    fc.constantFrom(1, 200, rules.leaseMs, rules.openMs).map((ms) => new Advance(ms)),
    fc.constantFrom<HeldState>('isolated', 'disabled', 'metrics_only').map((state) => new HoldState(state)),
    which.map((index) => new Release(index)),
    fc.constant(new Reset()),
  ],
  { maxCommands: 60 },
);
