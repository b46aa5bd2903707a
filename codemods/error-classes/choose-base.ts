import type { CatalogEntry } from '@octollm/errors/catalog';
import { classifyThrow, type ThrowSite } from 'eslint-plugin-octollm/patterns';
import { createSite, type ClassEvidence } from './class-evidence.ts';

/** The class of the hierarchy to extend. */
export interface BaseChoice {
  readonly entry: CatalogEntry;
  /** From 0 to 1. */
  readonly confidence: number;
  /** What speaks for it, as the end of a sentence. */
  readonly why: string;
}

/** What is known about a class beside its own text. */
export interface ClassSurroundings {
  readonly name: string;
  /** Whether other classes extend it: it then stands for all of them. */
  readonly isExtended: boolean;
  /** Messages that its errors are made with. */
  readonly findMessages: () => readonly string[];
}

/** A strong phrase of the catalogue in the name, the message or the code of a class weighs this much. */
const enough = 10;
/** What the best class must be ahead of the next by. */
const leastLead = 2;

/**
 * Chooses the class of a catalogue that an error class belongs under. Where nothing clear speaks for one, the root of the
 * hierarchy is right for every error.
 */
export function chooseBase(
  { site, status }: ClassEvidence,
  surroundings: ClassSurroundings,
  catalog: readonly CatalogEntry[],
): BaseChoice | undefined {
  const root = catalog.find(({ parent }) => parent === null);
  const { name, isExtended, findMessages } = surroundings;
  const byName = catalog.find((entry) => entry !== root && entry.name === name);
  if (byName) return { entry: byName, confidence: 0.95, why: 'the hierarchy has a class of the same name' };
  const kindOf = catalog.find((entry) => entry !== root && isKindOf(name, entry.name));
  if (kindOf) return { entry: kindOf, confidence: 0.9, why: `by its name it is a kind of \`${kindOf.name}\`` };
  const known = catalog.filter(({ signals }) => signals.classes.includes(name));
  const [only] = known;
  if (only && known.length === 1) return { entry: only, confidence: 0.9, why: `\`${name}\` is another name for it` };
  const general = root && { entry: root, confidence: 0.8, why: 'nothing points to a narrower one' };
  // What its subclasses stand for may differ from what it says itself.
  if (isExtended) return general && { ...general, why: 'classes of several kinds may extend it' };
  return (
    chooseByWords(site, catalog) ??
    chooseByStatus(status, catalog) ??
    chooseByMessages(findMessages(), catalog) ??
    general
  );
}

/** `CheckoutTimeoutError` is a `TimeoutError`. */
function isKindOf(name: string, general: string): boolean {
  return name.endsWith(general) && /[a-z\d]$/.test(name.slice(0, -general.length));
}

function chooseByWords(site: ThrowSite, catalog: readonly CatalogEntry[]): BaseChoice | undefined {
  const [best, next] = classifyThrow(site, catalog);
  if (!best || best.score < enough || best.score - (next?.score ?? 0) < leastLead) return undefined;
  const entry = catalog.find(({ name }) => name === best.name);
  return entry && { entry, confidence: 0.85, why: best.reasons[0] ?? 'its words point to it' };
}

function chooseByStatus(status: number | undefined, catalog: readonly CatalogEntry[]): BaseChoice | undefined {
  if (status === undefined || status >= 500) return undefined;
  const fitting = catalog.filter(({ signals }) => signals.statuses.includes(status));
  const [entry] = fitting;
  return entry && fitting.length === 1
    ? { entry, confidence: 0.7, why: `its errors have the status ${status}` }
    : undefined;
}

/** Two messages at least must point to the class, and hardly any to another. */
function chooseByMessages(messages: readonly string[], catalog: readonly CatalogEntry[]): BaseChoice | undefined {
  const votes = new Map<CatalogEntry, number>();
  for (const message of messages) {
    const choice = chooseByWords(createSite(message), catalog);
    if (choice) votes.set(choice.entry, (votes.get(choice.entry) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([, one], [, other]) => other - one);
  if (!best || best[1] < 2 || best[1] < messages.length * 0.6) return undefined;
  return { entry: best[0], confidence: 0.7, why: `${best[1]} of its ${messages.length} messages point to it` };
}
