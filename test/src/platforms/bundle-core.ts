import { posix } from 'node:path';
import { build } from 'esbuild';
import manifest from '../../../src/package.json' with { type: 'json' };

const source = '@octollm/source';

/** The entries that have to run anywhere: all but the adapters, which belong to frameworks of Node. */
export const coreEntries = Object.entries(manifest.exports).flatMap(([entry, target]) =>
  typeof target === 'string' || target[source].startsWith('./adapters/') ? [] : [posix.join('@octollm/errors', entry)],
);

/** The entries that are adapters. */
export const adapterEntries = Object.entries(manifest.exports).flatMap(([entry, target]) =>
  typeof target !== 'string' && target[source].startsWith('./adapters/') ? [posix.join('@octollm/errors', entry)] : [],
);

/** A bundle for browsers, edge runtimes and whatever else knows nothing of Node. */
export interface CoreBundle {
  /** A script that leaves the exports of the proof, and `entries` with those of each entry, in the global `core`. */
  readonly code: string;
  /** The files that it was made of, from the folder of this file. */
  readonly files: readonly string[];
}

/** Bundles entries together with the proof; it fails on an import of a module of Node. */
export async function bundleCore(entries: readonly string[]): Promise<CoreBundle> {
  const imports = entries.map((entry, index) => `import * as entry${index} from '${entry}';`);
  const names = entries.map((entry, index) => `'${entry}': entry${index}`);
  const contents = [
    `export * from './platform-proof.ts';`,
    ...imports,
    `export const entries = { ${names.join(', ')} };`,
  ].join('\n');

  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, sourcefile: 'core.ts' },
    absWorkingDir: import.meta.dirname,
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'core',
    platform: 'browser',
    target: 'es2022',
    conditions: [source],
    logLevel: 'silent',
  });
  return { code: outputFiles[0]?.text ?? '', files: Object.keys(metafile.inputs) };
}
