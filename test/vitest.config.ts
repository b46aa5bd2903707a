import { resolve } from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
const condition = '@octollm/source';

/** The floors run on source: no build is needed. */
function onSource(name: string, include: readonly string[], testTimeout = 60_000): TestProjectInlineConfiguration {
  return {
    resolve: { conditions: [condition] },
    ssr: {
      resolve: { conditions: [condition, 'node'], externalConditions: [condition] },
    },
    test: { name, root, include: [...include], testTimeout, sequence: { groupOrder: 0 } },
  };
}

/**
 * What a user gets: the built packages, with real linters, servers and installations.
 * These projects fill the machine by themselves, so they run one after the other.
 */
function onBuild(name: string, groupOrder: number): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      root,
      include: [`test/${name}/**/*.test.ts`],
      testTimeout: 600_000,
      hookTimeout: 600_000,
      maxWorkers: 1,
      sequence: { groupOrder },
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      onSource('src', ['test/src/**/*.test.ts']),
      onSource('rules', ['test/rules/**/*.test.ts']),
      onSource('codemods', ['test/codemods/**/*.test.ts']),
      onSource('contract', ['test/contract/**/*.test.ts', 'docs/scripts/**/*.test.ts']),
      onSource('examples', ['docs/examples/**/*.test.ts']),
      onBuild('editors', 1),
      onBuild('packages', 2),
      onBuild('hosts', 3),
      onBuild('real-code', 4),
      onBuild('bench', 5),
      onBuild('demo', 6),
    ],
  },
});
