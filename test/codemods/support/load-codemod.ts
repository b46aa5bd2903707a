import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SyntaxCodemod } from '../../../codemods/engine/transform/codemod.ts';
import type { TypedCodemod } from '../../../codemods/typed/typed-codemod.ts';

const folder = join(import.meta.dirname, '../../../codemods');

/** Names the codemods: every file in `codemods/` is one. */
export function listCodemods(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .sort();
}

/** Loads a codemod by its name, from the export of the same name in camel case. */
export async function loadCodemod(name: string): Promise<SyntaxCodemod | TypedCodemod> {
  const exported = (await import(join(folder, `${name}.ts`))) as Readonly<Record<string, unknown>>;
  const codemod = exported[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
  if (isCodemod(codemod)) return codemod;
  throw new Error(`codemods/${name}.ts exports no codemod of its name`);
}

function isCodemod(value: unknown): value is SyntaxCodemod | TypedCodemod {
  return typeof value === 'object' && value !== null && 'kind' in value && 'plan' in value;
}
