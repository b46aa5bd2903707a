import type { Transform } from './to-transform.ts';

/** What jscodeshift's own command calls for each file. */
export type LoadedTransform = (...parameters: Parameters<Transform>) => Promise<string | undefined>;

/**
 * Prepares a codemod for jscodeshift's own command, which loads it when it has a file for it.
 *
 * @param name of a codemod that one file decides
 */
export function loadTransform(name: string): LoadedTransform {
  let transform: Promise<Transform> | undefined;
  return async (file, api, options) => (await (transform ??= load(name)))(file, api, options);
}

/**
 * The command compiles with Babel whatever it requires, and knows neither static blocks nor `import.meta`; an `import()` in plain
 * sight becomes a `require` of that kind. Behind this one Node loads what was built as it is.
 */
const importNatively = new Function('specifier', 'return import(specifier)') as (
  specifier: './named-transform.js',
) => Promise<typeof import('./named-transform.ts')>;

async function load(name: string): Promise<Transform> {
  const { createNamedTransform } = await importNatively('./named-transform.js');
  return createNamedTransform(name);
}
