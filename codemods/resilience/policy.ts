import type { PlanEntry } from './plan-entry.ts';
import { toCamel } from './service-name.ts';

/** A named policy of the module that guards calls: how long, how often, behind which breaker. */
export interface Policy {
  /** The constant that holds it. */
  readonly name: string;
  readonly service: string;
  readonly timeoutMs: number;
  /** `client` is a `fetch` for a client that repeats requests itself. */
  readonly form: PlanEntry['retry'] | 'client';
  /** Whether it takes a classifier of its own to tell the failures of the service from those of a statement. */
  readonly isDatabase: boolean;
}

const databases: ReadonlySet<PlanEntry['client']> = new Set(['pg', 'redis', 'ioredis']);

const endings: Readonly<Record<Policy['form'], string>> = {
  idempotent: 'Reads',
  'not-sent': 'Writes',
  never: 'Calls',
  client: 'Fetch',
};

/** The time limit that the name does not have to tell, for each service and form: that of the first call. */
export type UsualTimeouts = Map<string, number>;

/** Names the policy that a call needs; another time limit than the usual one makes another policy. */
export function getPolicy(entry: PlanEntry, isClient: boolean, usual: UsualTimeouts): Policy {
  const { client, service, timeoutMs, retry } = entry;
  const form = isClient ? 'client' : retry;
  const key = `${service} ${form}`;
  const usualMs = usual.get(key) ?? timeoutMs;
  usual.set(key, usualMs);
  const ending = usualMs === timeoutMs || isClient ? '' : `Within${timeoutMs}`;
  const name = `${toCamel(service)}${endings[form]}${ending}`;
  return { name, service, timeoutMs, form, isDatabase: databases.has(client) };
}
