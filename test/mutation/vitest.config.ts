import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { folderVariable, slowTests } from './mutated-folders.ts';

/** The copy of the project in which Stryker runs this. */
const root = resolve(import.meta.dirname, '../..');
const folder = process.env[folderVariable] ?? '*';

/**
 * Resolves the package by name to the mutated copy: `node_modules` is only linked into it, and would lead to the sources
 * that nobody mutated.
 */
function listEntryPoints(): Record<string, string> {
  const { exports }: { exports: Record<string, Record<string, string>> } = JSON.parse(
    readFileSync(join(root, 'src/package.json'), 'utf8'),
  );
  const entries = Object.entries(exports).flatMap(([subPath, conditions]) => {
    const source = conditions['@octollm/source'];
    return source === undefined ? [] : [[join('@octollm/errors', subPath), join(root, 'src', source)]];
  });
  // An alias also fits what begins with it, so the package itself comes last.
  return Object.fromEntries(entries.toSorted(([a = ''], [b = '']) => b.length - a.length));
}

export default defineConfig({
  resolve: { alias: listEntryPoints() },
  test: {
    root,
    include: [`test/src/${folder}/**/*.test.ts`],
    exclude: [...slowTests],
    // One thread a mutant instead of one a file: starting them is most of what a mutant costs.
    isolate: false,
    testTimeout: 10_000,
  },
});
