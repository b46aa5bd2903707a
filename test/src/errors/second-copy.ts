import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';

import { rolldown } from 'rolldown';

type Errors = typeof import('@octollm/errors/errors');

/** Loads the package once more, as a second installed copy would be: same code, other classes. */
export async function loadSecondCopy(): Promise<Errors> {
  const folder = await mkdtemp(join(tmpdir(), 'octollm-copy-'));
  const file = join(folder, 'errors.mjs');
  try {
    await writeFile(file, await bundle('esm'));
    const copy: Errors = await import(/* @vite-ignore */ pathToFileURL(file).href);
    return copy;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Loads the package inside another realm, with an `Error` and an `Array` of its own. */
export async function loadInOtherRealm(): Promise<Errors> {
  const code = await bundle('iife');
  const copy: Errors = vm.runInNewContext(`${code}; errors`);
  return copy;
}

async function bundle(format: 'esm' | 'iife'): Promise<string> {
  const input = fileURLToPath(new URL('../../../src/errors/index.ts', import.meta.url));
  const build = await rolldown({ input });
  const { output } = await build.generate({ format, name: 'errors', minify: true });
  await build.close();
  return output[0].code;
}
