import { ConfigurationError } from '../errors/configuration-error.ts';
import { classifyStructure } from '../classify/classify-structure.ts';
import { checkOption } from '../pipeline/check-option.ts';
import type { Strategy } from '../pipeline/strategy.ts';
import { toScope } from '../pipeline/to-scope.ts';
import { systemClock } from '../time/system-clock.ts';
import type { HedgeOptions } from './hedge-options.ts';
import { runHedged } from './hedged-call.ts';

/**
 * Creates a strategy that starts a second call when the first one is slow, and takes what arrives first: it buys a short
 * tail latency with more load (Dean and Barroso, "The Tail at Scale", 2013).
 *
 * The other calls are aborted and heard no more. A failure that can pass starts the next call at once; any other one ends
 * the race. An abort of the caller ends it at once, with the signal's reason.
 *
 * @param options When to start how many; they must say that calling twice does no harm.
 * @returns A strategy that rejects with the first failure that nothing could make up for; `getSuppressed(error)` returns
 *   those of the other calls.
 * @throws A `ConfigurationError` when an option is out of range or `idempotent` is not true.
 */
export function hedge(options: HedgeOptions): Strategy {
  const { delayMs, idempotent, maxHedges = 1, budget, classify = classifyStructure, clock = systemClock } = options;
  const { nonFatal = ({ retryable }) => retryable } = options;
  checkOption('hedge: maxHedges', maxHedges, { from: 1, whole: true });
  if (typeof delayMs === 'number') checkOption('hedge: delayMs', delayMs, { from: 0 });
  if (!isTrue(idempotent)) {
    throw new ConfigurationError('hedge: idempotent must be true, because every call may be made more than once', {
      details: { setting: 'hedge: idempotent' },
    });
  }

  const settings = { getDelayMs: toFunction(delayMs), maxHedges, nonFatal, budget, classify, clock };
  return {
    layers: ['hedge'],
    async execute(fn, callOptions) {
      return runHedged(fn, settings, toScope(callOptions));
    },
  };
}

/** Looks at the value that JavaScript hands in, whatever its type promises. */
function isTrue(value: unknown): boolean {
  return value === true;
}

function toFunction(delayMs: HedgeOptions['delayMs']): (hedge: number) => number {
  return typeof delayMs === 'number' ? () => delayMs : delayMs;
}
