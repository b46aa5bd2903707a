import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, getErrorMessage } from '@octollm/errors/errors';
import { isMissing } from '../engine/failure-code.ts';
import { clientNames, repetitions } from './outgoing-call.ts';
import type { PlanEntry, PlannedSite } from './plan-entry.ts';

/** The plan of a project, beside its `tsconfig.json`. */
export const planFileName = 'octollm.resilience.json';

const schemaVersion = 1;

/** Writes the rows of a plan, one a line, so that a difference shows what somebody decided. */
export function formatPlan(entries: readonly PlanEntry[]): string {
  const rows = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return `{\n  "schemaVersion": ${schemaVersion},\n  "calls": [\n${rows}\n  ]\n}\n`;
}

/**
 * Reads the plan of a project; undefined when there is none.
 *
 * @throws ConfigurationError that names the broken row and field, what it holds and what it must hold
 */
export function readPlan(folder: string): readonly PlanEntry[] | undefined {
  const path = join(folder, planFileName);
  const text = readOptional(path);
  return text === undefined ? undefined : parsePlan(path, text);
}

/**
 * Reads the text of a plan.
 *
 * @throws ConfigurationError as `readPlan` does
 */
export function parsePlan(path: string, text: string): readonly PlanEntry[] {
  const plan = parseJson(path, text);
  if (!isRecord(plan)) throw refuse(path, '$', plan, 'an object with `schemaVersion` and `calls`');
  if (plan['schemaVersion'] !== schemaVersion)
    throw refuse(path, '$.schemaVersion', plan['schemaVersion'], `${schemaVersion}: make the plan anew`);
  const { calls } = plan;
  if (!Array.isArray(calls)) throw refuse(path, '$.calls', calls, 'a list of calls');
  return calls.map((call, index) => parseEntry(path, `$.calls[${index}]`, call));
}

interface Field {
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
}

const text: Field = { expected: 'a text', accepts: (value) => typeof value === 'string' && value !== '' };
const fields: Readonly<Record<keyof PlanEntry, Field>> = {
  file: text,
  line: { expected: 'a line number', accepts: (value) => Number.isInteger(value) && Number(value) > 0 },
  client: oneOf(clientNames),
  operation: text,
  wrap: { expected: 'true or false', accepts: (value) => typeof value === 'boolean' },
  reason: { expected: 'a text', accepts: (value) => typeof value === 'string' },
  service: {
    expected: 'a name in kebab case, such as "order-store"',
    accepts: (value) => typeof value === 'string' && /^[a-z\d]+(?:-[a-z\d]+)*$/.test(value),
  },
  timeoutMs: {
    expected: 'a number of milliseconds above 0',
    accepts: (value) => typeof value === 'number' && value > 0 && Number.isFinite(value),
  },
  retry: oneOf(repetitions),
};

function oneOf(choices: readonly string[]): Field {
  return {
    expected: `one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`,
    accepts: (value) => typeof value === 'string' && choices.includes(value),
  };
}

function parseEntry(path: string, place: string, value: unknown): PlanEntry {
  if (!isRecord(value)) throw refuse(path, place, value, 'an object');
  for (const name of Object.keys(value))
    if (!(name in fields))
      throw refuse(path, `${place}.${name}`, value[name], `left out: the fields are ${Object.keys(fields).join(', ')}`);
  for (const [name, { expected, accepts }] of Object.entries(fields))
    if (!accepts(value[name])) throw refuse(path, `${place}.${name}`, value[name], expected);
  // Every field has just been looked at.
  return value as unknown as PlanEntry;
}

/** Finds the row of each call again; a call without one stays as it was proposed, and is told apart. */
export function applyPlan(
  sites: readonly PlannedSite[],
  plan: readonly PlanEntry[],
): readonly (PlannedSite & { readonly isDecided: boolean })[] {
  const rows = new Map<string, PlanEntry[]>();
  for (const entry of plan) rows.set(getKey(entry), [...(rows.get(getKey(entry)) ?? []), entry]);
  return sites.map((site) => {
    const row = rows.get(getKey(site.entry))?.shift();
    if (!row) return { ...site, isDecided: false };
    // What cannot be guarded stays as it is, whatever the row says.
    const entry = site.entry.wrap ? row : { ...row, wrap: false, reason: site.entry.reason };
    return { ...site, entry, isDecided: true };
  });
}

function getKey({ file, client, operation }: PlanEntry): string {
  return `${file} ${client} ${operation}`;
}

function refuse(path: string, place: string, value: unknown, expected: string): ConfigurationError {
  const shown = value === undefined ? 'is missing' : `is ${JSON.stringify(value)}`;
  return new ConfigurationError(`Could not read the plan ${path}: \`${place}\` ${shown}, and must be ${expected}.`, {
    details: { setting: place },
  });
}

function parseJson(path: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new ConfigurationError(`Could not read the plan ${path}: ${getErrorMessage(cause)}.`, { cause });
  }
}

function readOptional(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw new ConfigurationError(`Could not read the plan ${path}: ${getErrorMessage(cause)}.`, { cause });
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
