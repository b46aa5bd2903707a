import { InvalidInputError } from '@octollm/errors/errors';
import { registry } from '../engine/migrate/registry.ts';
import { toTransform, type Transform } from './to-transform.ts';

/**
 * Makes a transform of the codemod of this name.
 *
 * @throws InvalidInputError for a codemod that needs types, which jscodeshift's own command cannot give it
 */
export async function createNamedTransform(name: string): Promise<Transform> {
  const codemod = await registry.find((entry) => entry.name === name)?.load();
  if (codemod?.kind === 'syntax') return toTransform(codemod);
  throw new InvalidInputError(`Cannot run \`${name}\` under jscodeshift: it is no codemod that one file decides.`);
}
