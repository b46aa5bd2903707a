import { classifyStructure } from '../classify/classify-structure.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { checkOption, type NumberRange } from '../pipeline/check-option.ts';
import { clampDelay } from '../retry/backoff/clamp-delay.ts';
import { exponential } from '../retry/backoff/exponential.ts';
import { notify } from '../retry/notify.ts';
import { systemClock } from '../time/system-clock.ts';
import type { BreakerOptions, HalfOpenOptions } from './breaker-options.ts';
import type { CircuitRules, OpenContext } from './store/breaker-store.ts';
import { consecutive } from './trip/consecutive.ts';
import type { TripPolicy } from './trip/trip-policy.ts';

/** A circuit must neither refuse for ever nor keep a permit for ever. */
const duration: NumberRange = { upTo: Number.MAX_VALUE };

/** Has every property, and each may be undefined. */
type Optional<T> = { readonly [Key in keyof T]-?: T[Key] | undefined };

/** Holds the options of a breaker with every default in place. */
export interface BreakerSettings
  extends
    CircuitRules,
    Required<Pick<BreakerOptions, 'name' | 'slowCallMs' | 'honourRetryAfter' | 'classify' | 'onStoreError' | 'stack'>>,
    Required<Pick<HalfOpenOptions, 'onExcess'>>,
    Optional<Pick<BreakerOptions, 'outcome' | 'onEvent' | 'onHookError'>> {}

/**
 * Returns the settings of a breaker; the options are copied and never changed.
 *
 * @throws A `ConfigurationError` when an option is out of range or contradicts another one.
 */
export function completeOptions(options: BreakerOptions): BreakerSettings {
  const { name, trip = consecutive(5), halfOpen = {}, openMs, maxOpenMs = 300_000, slowCallMs = Infinity } = options;
  const { honourRetryAfter = true, classify = classifyStructure, clock = systemClock } = options;
  const { onStoreError = 'allow', stack = true, outcome, onEvent, onHookError } = options;
  const { permits = 1, successThreshold = permits, leaseMs = 60_000, onExcess = 'reject' } = halfOpen;
  checkOption('breaker: maxOpenMs', maxOpenMs, duration);
  if (typeof openMs === 'number') checkOption('breaker: openMs', openMs, { upTo: maxOpenMs });
  checkOption('breaker: slowCallMs', slowCallMs, {});
  checkOption('breaker: permits', permits, { from: 1, upTo: Number.MAX_SAFE_INTEGER, whole: true });
  checkOption('breaker: successThreshold', successThreshold, { from: 1, upTo: permits, whole: true });
  checkOption('breaker: leaseMs', leaseMs, duration);
  return {
    ...{ name, slowCallMs, honourRetryAfter, classify, clock, onStoreError, stack, outcome, onEvent, onHookError },
    ...{ maxOpenMs, permits, successThreshold, leaseMs, onExcess },
    trip: checkTrip(name, [trip].flat(), slowCallMs),
    openMs: createOpenMs(options, maxOpenMs),
  };
}

function checkTrip(name: string, trip: readonly TripPolicy[], slowCallMs: number): readonly TripPolicy[] {
  const isUntimed = slowCallMs === Infinity && trip.some(({ settings }) => settings['slowCallRate'] !== undefined);
  if (trip.length > 0 && !isUntimed) return trip;
  const [setting, advice] = isUntimed ? ['slowCallMs', 'say which calls are slow'] : ['trip', 'give it a policy'];
  throw new ConfigurationError(`The circuit breaker ${name} would never open: ${advice} with ${setting}`, {
    details: { setting: `breaker: ${setting}` },
  });
}

/** Bounds what a user's function returns: a circuit must neither stay open for ever nor depend on a bug. */
function createOpenMs(options: BreakerOptions, maxOpenMs: number): CircuitRules['openMs'] {
  const { openMs = growing(options.random ?? Math.random), onHookError } = options;
  if (typeof openMs === 'number') return () => openMs;
  return (context) => {
    try {
      return clampDelay(openMs(context), maxOpenMs);
    } catch (error) {
      void notify(onHookError, error, undefined);
      return maxOpenMs;
    }
  };
}

function growing(random: () => number): (context: OpenContext) => number {
  const backoff = exponential({ initialMs: 5000, maxMs: 300_000, jitter: 'equal' });
  return ({ consecutiveOpens }) => backoff({ retry: consecutiveOpens, previousMs: undefined, random }) ?? 0;
}
