import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import { repository } from '../../contract/checks/tree.ts';

const source = join(repository, 'src');
/** A file that is not there: bundlers take it for what a user wrote beside the sources. */
const entry = join(source, 'user.ts');

/** Bytes of a minified bundle after gzip, by the bundler that made it. */
export interface BundleSize {
  readonly esbuild: number;
  readonly rolldown: number;
}

/** Bundles what a user imports, with everything that it imports itself. */
export async function measureBundle(code: string): Promise<BundleSize> {
  return { esbuild: compress(await bundleWithEsbuild(code)), rolldown: compress(await bundleWithRolldown(code)) };
}

/** Measures what an import adds to an application that has others already. */
export async function measureAddition(code: string, present: string): Promise<BundleSize> {
  const [all, before] = [await measureBundle(`${present}\n${code}`), await measureBundle(present)];
  return { esbuild: all.esbuild - before.esbuild, rolldown: all.rolldown - before.rolldown };
}

async function bundleWithEsbuild(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: source },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}

async function bundleWithRolldown(contents: string): Promise<string> {
  const bundle = await rolldown({
    input: entry,
    plugins: [
      {
        name: 'user',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? contents : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return output[0].code;
}

function compress(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}
