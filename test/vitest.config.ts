import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
const condition = '@octollm/source';
const source = {
  resolve: { conditions: [condition] },
  ssr: { resolve: { conditions: [condition, 'node', 'module', 'import', 'default'], externalConditions: [condition] } },
};

/** The floors run on source; the other projects use what a user gets: the built packages. */
export default defineConfig({
  test: {
    projects: [
      { ...source, test: { name: 'src', include: ['test/src/**/*.test.ts'], root } },
      { ...source, test: { name: 'rules', include: ['test/rules/**/*.test.ts'], root } },
      { ...source, test: { name: 'codemods', include: ['test/codemods/**/*.test.ts'], root, testTimeout: 60_000 } },
      {
        ...source,
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts', 'docs/scripts/**/*.test.ts'],
          root,
          testTimeout: 60_000,
        },
      },
      { test: { name: 'packages', include: ['test/packages/**/*.test.ts'], root, testTimeout: 600_000 } },
      { test: { name: 'hosts', include: ['test/hosts/**/*.test.ts'], root, testTimeout: 300_000 } },
      { test: { name: 'editors', include: ['test/editors/**/*.test.ts'], root, testTimeout: 120_000 } },
      { test: { name: 'real-code', include: ['test/real-code/**/*.test.ts'], root, testTimeout: 600_000 } },
      { ...source, test: { name: 'examples', include: ['docs/examples/**/*.test.ts'], root, testTimeout: 60_000 } },
    ],
  },
});
