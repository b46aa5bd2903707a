import { defineConfig, type RolldownOptions } from 'rolldown';

/**
 * Bundles what the rules use of `@typescript-eslint/utils` and picomatch, so that the published plugin depends on
 * `@octollm/errors` alone and never loads ESLint or TypeScript by itself.
 */
const config: RolldownOptions = defineConfig({
  input: { 'plugin/index': 'plugin/index.ts', 'patterns/index': 'patterns/index.ts' },
  platform: 'node',
  external: [/^node:/, /^@octollm\/errors/],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name].js',
    // Stack traces and bug reports name our functions.
    minify: false,
  },
});

export default config;
