import { checkOption } from '../pipeline/check-option.ts';
import { systemClock } from '../time/system-clock.ts';
import type { Clock } from '../time/clock.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';

/** Configures a registry of breakers. */
export interface BreakerRegistryOptions {
  /** After how many milliseconds without use a breaker is dropped; 3,600,000 by default. */
  readonly ttlMs?: number;
  /** How many breakers are kept, the least recently used go first; 1,000 by default. */
  readonly max?: number;
  /** Tells when a breaker was last used; `systemClock` by default. */
  readonly clock?: Clock;
}

/** Keeps one breaker for each key, such as a host, a tenant or a model. */
export interface BreakerRegistry {
  /** How many breakers are kept. */
  readonly size: number;
  /**
   * Returns the breaker of a key and creates it when there is none.
   *
   * @param key What the breaker is for, such as the name of a host.
   */
  get(key: string): CircuitBreaker;
  /** Returns all breakers that are kept, the least recently used first. */
  list(): readonly CircuitBreaker[];
}

interface Entry {
  readonly breaker: CircuitBreaker;
  usedAt: number;
}

/**
 * Creates a registry. Old breakers are dropped when another one is asked for, so there is no timer. One that somebody
 * holds in a state is never dropped: an isolated service must stay so.
 *
 * @param factory Creates the breaker of a key.
 * @param options How long and how many breakers are kept.
 * @throws A `ConfigurationError` when an option is out of range.
 */
export function createBreakerRegistry(
  factory: (key: string) => CircuitBreaker,
  options: BreakerRegistryOptions = {},
): BreakerRegistry {
  const { ttlMs = 3_600_000, max = 1000, clock = systemClock } = options;
  checkOption('breakerRegistry: ttlMs', ttlMs, {});
  checkOption('breakerRegistry: max', max, { from: 1, whole: true });
  /** The least recently used first: a use moves an entry to the end. */
  const entries = new Map<string, Entry>();

  const dropOld = (now: number): void => {
    for (const [key, { breaker, usedAt }] of entries) {
      if (now - usedAt < ttlMs && entries.size <= max) return;
      if (!isHeld(breaker)) entries.delete(key);
    }
  };

  return {
    get size() {
      return entries.size;
    },
    get(key) {
      const now = clock.now();
      dropOld(now);
      const entry = entries.get(key) ?? { breaker: factory(key), usedAt: now };
      entry.usedAt = now;
      entries.delete(key);
      entries.set(key, entry);
      dropOld(now);
      return entry.breaker;
    },
    list: () => Array.from(entries.values(), ({ breaker }) => breaker),
  };
}

function isHeld({ state }: CircuitBreaker): boolean {
  return state === 'isolated' || state === 'disabled' || state === 'metrics_only';
}
