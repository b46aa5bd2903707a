import type { Source } from 'eslint-plugin-octollm/patterns';
import type { Refusal } from '../engine/edit/refusal.ts';
import { plusOne, readQuantity, toOperand, toQuantity, type Quantity } from './quantity.ts';
import { readSwitch, type GivenOptions } from './read-options.ts';

/** How often to call, and how long to wait in between. */
export interface Pace {
  /** How often p-retry repeats, the first call not counted. */
  readonly retries: Quantity;
  /** Text for `maxAttempts`. */
  readonly maxAttempts: string;
  readonly backoff: Backoff;
}

/** A back-off of the runtime: the function that makes it, and its arguments. */
export interface Backoff {
  readonly maker: 'exponential' | 'constant';
  /** What it is given: for `exponential`, members of its options. */
  readonly values: readonly string[];
  readonly jitter?: 'none' | 'equal';
}

/** As `exponential` has it by default: a shorter wait needs no word about the longest. */
const defaultMaxMs = 20_000;

const defaultRetries = 10;

/** Plans the attempts and waits that p-retry makes with some options. */
export function planPace(source: Source, options: GivenOptions): Pace | Refusal {
  const isRandom = readSwitch(options.get('randomize'));
  const isForever = readSwitch(options.get('forever'));
  if (isRandom === undefined || isForever === undefined)
    return { kind: 'option', reason: 'What decides on `randomize` or `forever` is known only when it runs.' };
  const given = readQuantity(source, options.get('retries'), defaultRetries);
  const waits = {
    initial: readQuantity(source, options.get('minTimeout'), 1000),
    factor: readQuantity(source, options.get('factor'), 2),
    longest: readQuantity(source, options.get('maxTimeout'), Infinity),
  };
  const retries = isForever ? toQuantity(Infinity) : given;
  const capped = isForever ? capForever(waits, given) : waits;
  if (!capped) {
    const reason = '`forever` repeats the wait of the last of `retries`, which only numbers in its options would tell.';
    return { kind: 'option', reason };
  }
  const backoff = isRandom ? spread(capped) : (findConstant(capped) ?? grow(capped, retries));
  return { retries, maxAttempts: plusOne(retries), backoff };
}

interface Waits {
  readonly initial: Quantity;
  readonly factor: Quantity;
  readonly longest: Quantity;
}

/** With `forever`, p-retry stops to grow after as many waits as it has `retries`. */
function capForever(waits: Waits, retries: Quantity): Waits | undefined {
  const last = getLongest(waits, retries);
  if (last === undefined || waits.longest.value === undefined) return undefined;
  return last < waits.longest.value ? { ...waits, longest: toQuantity(last) } : waits;
}

function getLongest({ initial, factor }: Waits, retries: Quantity): number | undefined {
  if (initial.value === undefined || factor.value === undefined || retries.value === undefined) return undefined;
  return initial.value * factor.value ** Math.max(0, retries.value - 1);
}

function findConstant({ initial, factor, longest }: Waits): Backoff | undefined {
  const isSame = factor.value === 1 && longest.value === Infinity;
  const isAtTheCap = initial.value !== undefined && initial.value === longest.value && (factor.value ?? 0) >= 1;
  return isSame || isAtTheCap ? { maker: 'constant', values: [initial.text] } : undefined;
}

function grow(waits: Waits, retries: Quantity): Backoff {
  const longest = getLongest(waits, retries) ?? Infinity;
  const needsCap = waits.longest.value !== Infinity || longest > defaultMaxMs;
  const values = [`initialMs: ${waits.initial.text}`, ...writeFactor(waits), ...(needsCap ? [writeCap(waits)] : [])];
  return { maker: 'exponential', values, jitter: 'none' };
}

/** p-retry waits the delay to twice the delay: the upper half of twice the delay. */
function spread(waits: Waits): Backoff {
  const { initial } = waits;
  const doubled = initial.value === undefined ? `2 * ${toOperand(initial)}` : String(2 * initial.value);
  const values = [`initialMs: ${doubled}`, ...writeFactor(waits), writeCap(waits)];
  return { maker: 'exponential', values, jitter: 'equal' };
}

function writeFactor({ factor }: Waits): string[] {
  return factor.value === 2 ? [] : [`factor: ${factor.text}`];
}

function writeCap({ longest }: Waits): string {
  return `maxMs: ${longest.text}`;
}
