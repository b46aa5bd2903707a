import { InvalidInputError } from '@octollm/errors/errors';
import { findNearestNames } from '../audit/nearest-names.ts';
import type { SyntaxCodemod } from '../transform/codemod.ts';
import type { TypedCodemod } from '../../typed/typed-codemod.ts';
import type { Codemod, RegisteredCodemod } from './registry.ts';

/**
 * Loads codemods in their order.
 *
 * @param only names of those to load; all when left out
 * @throws InvalidInputError for an unknown name, with the names that are close
 */
export function loadCodemods(registry: readonly RegisteredCodemod[], only?: readonly string[]): Promise<Codemod[]> {
  const known = registry.map(({ name }) => name);
  for (const name of only ?? []) if (!known.includes(name)) throw describeUnknown(name, known);
  const chosen = registry.filter(({ name }) => only === undefined || only.includes(name));
  return Promise.all(chosen.map(({ load }) => load()));
}

function describeUnknown(name: string, known: readonly string[]): InvalidInputError {
  const near = findNearestNames(name, known);
  const hint = near.length > 0 ? `did you mean ${quote(near, ' or ')}?` : `the known ones are ${quote(known, ', ')}.`;
  return new InvalidInputError(`Unknown codemod \`${name}\`: ${hint}`);
}

function quote(names: readonly string[], separator: string): string {
  return names.map((name) => `\`${name}\``).join(separator);
}

/** What is done to all files before the next stage begins. */
export type Stage =
  | { readonly kind: 'syntax'; readonly codemods: readonly SyntaxCodemod[] }
  | { readonly kind: 'typed'; readonly codemod: TypedCodemod };

/** Codemods of syntax that follow each other share a stage, and with it one parse of each file; a typed one is a stage of its own. */
export function groupIntoStages(codemods: readonly Codemod[]): readonly Stage[] {
  const stages: Stage[] = [];
  for (const codemod of codemods) {
    const last = stages.at(-1);
    if (codemod.kind === 'typed') stages.push({ kind: 'typed', codemod });
    else if (last?.kind !== 'syntax') stages.push({ kind: 'syntax', codemods: [codemod] });
    else stages[stages.length - 1] = { kind: 'syntax', codemods: [...last.codemods, codemod] };
  }
  return stages;
}
