import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin, type RolldownOptions } from 'rolldown';

/**
 * Bundles what the rules use of `@typescript-eslint/utils` and picomatch, so that the published plugin depends on
 * `@octollm/errors` alone and never loads ESLint or TypeScript by itself.
 */
const config: RolldownOptions = defineConfig({
  input: { 'plugin/index': 'plugin/index.ts', 'patterns/index': 'patterns/index.ts' },
  platform: 'node',
  external: [/^node:/, /^@octollm\/errors/],
  plugins: [keepLicenses()],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name].js',
    codeSplitting: { groups: [{ name: 'patterns', test: /[\\/]rules[\\/]patterns[\\/]/ }] },
  },
});

export default config;

/** Writes the licences of the bundled packages beside the code, as they ask for. */
function keepLicenses(): Plugin {
  const folders = new Set<string>();
  return {
    name: 'keep-licenses',
    moduleParsed({ id }) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0];
      if (folder && existsSync(folder)) folders.add(folder);
    },
    generateBundle() {
      const notices = [...folders].sort().map((folder) => {
        const license = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
        if (!license) this.error(`Cannot bundle ${folder}: it has no licence file to ship with the code.`);
        const [, name = folder] = folder.split('node_modules/');
        return `${name}\n\n${readFileSync(join(folder, license), 'utf8').trim()}\n`;
      });
      this.emitFile({
        type: 'asset',
        fileName: 'third-party-licenses.txt',
        source: notices.join(`\n${'-'.repeat(72)}\n\n`),
      });
    },
  };
}
