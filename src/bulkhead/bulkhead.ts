import { BulkheadFullError } from '../errors/bulkhead-full-error.ts';
import type { CallScope } from '../pipeline/call-scope.ts';
import { checkOption } from '../pipeline/check-option.ts';
import { markLocalRefusal } from '../pipeline/local-refusal.ts';
import type { Strategy } from '../pipeline/strategy.ts';
import { throwIfAborted, toScope } from '../pipeline/to-scope.ts';
import { type Patience, WaitingLine } from '../pipeline/waiting-line.ts';
import type { Clock } from '../time/clock.ts';
import { systemClock } from '../time/system-clock.ts';

/** Configures a bulkhead. */
export interface BulkheadOptions {
  /** How many calls may run at once, from 1 up. */
  readonly maxConcurrent: number;
  /** How many more may wait for a slot; 0 by default: a call without a slot is refused at once. */
  readonly maxQueue?: number;
  /** How long a call waits for a slot, in milliseconds; for ever by default. */
  readonly queueTimeoutMs?: number;
  /** Names the bulkhead in its errors. */
  readonly name?: string;
  /** Times the wait; `systemClock` by default. */
  readonly clock?: Clock;
}

/** Limits how many calls run at once, so that one slow service cannot use up everything. */
export interface Bulkhead extends Strategy {
  /** How many calls run now. */
  readonly running: number;
  /** How many calls wait for a slot. */
  readonly queued: number;
}

/**
 * Creates a bulkhead.
 *
 * A call keeps its slot until its work has settled, also when a timeout around the bulkhead has given up on it: the work
 * still uses what the bulkhead protects. Calls that wait get their slots in the order in which they came. An abort ends the
 * wait at once, with the signal's reason.
 *
 * @param options How many calls run, how many wait and for how long.
 * @returns A strategy that rejects with a `BulkheadFullError` when there is neither a slot nor room to wait, or when the
 *   wait takes too long.
 * @throws A `ConfigurationError` when an option is out of range.
 */
export function bulkhead(options: BulkheadOptions): Bulkhead {
  const { maxQueue = 0, queueTimeoutMs, name, clock = systemClock } = options;
  const subject = name === undefined ? 'A bulkhead' : `The bulkhead ${name}`;
  const maxConcurrent = checkOption('bulkhead: maxConcurrent', options.maxConcurrent, { from: 1, whole: true });
  checkOption('bulkhead: maxQueue', maxQueue, { from: 0, whole: true });
  if (queueTimeoutMs !== undefined) checkOption('bulkhead: queueTimeoutMs', queueTimeoutMs, { from: 0 });

  const line = new WaitingLine();
  const patience: Patience | undefined =
    queueTimeoutMs === undefined
      ? undefined
      : { clock, timeoutMs: queueTimeoutMs, createError: () => refuse(`no slot was free within ${queueTimeoutMs} ms`) };
  let running = 0;

  const refuse = (why: string): BulkheadFullError =>
    markLocalRefusal(
      new BulkheadFullError(`${subject} refused a call: ${why}`, {
        details: { ...(name !== undefined && { bulkhead: name }), limit: maxConcurrent },
      }),
    );

  const enter = async (scope: CallScope): Promise<void> => {
    if (line.length >= maxQueue) throw refuse(`all slots are taken (${running} running, ${line.length} waiting)`);
    await line.join(scope, patience);
  };

  return {
    layers: ['bulkhead'],
    get running() {
      return running;
    },
    get queued() {
      return line.length;
    },
    async execute(fn, options) {
      const scope = toScope(options);
      if (running < maxConcurrent) running++;
      else await enter(scope);
      try {
        throwIfAborted(scope);
        return await fn(scope);
      } finally {
        // A waiting call takes the slot over, so that no newcomer gets in between.
        if (!line.admitNext()) running--;
      }
    },
  };
}
