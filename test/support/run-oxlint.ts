import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const oxlint = join(dirname(require.resolve('oxlint/package.json')), 'bin/oxlint');
/** Lets Oxlint load plugins that are written in TypeScript and import our packages from source. */
const fromSource = ['-C', '@octollm/source', '--import', pathToFileURL(require.resolve('tsx')).href];

export interface OxlintDiagnostic {
  readonly message: string;
  /** `octollm(require-cause)`; absent for a file that does not parse. */
  readonly code?: string;
  readonly filename: string;
  /** Offsets count bytes. */
  readonly labels: readonly { readonly span: { readonly offset: number; readonly length: number } }[];
}

/** Runs Oxlint over a folder with a configuration of the test's own, whose plugins are the built ones or our sources. */
export function runOxlint(folder: string, configuration: object, plugins: 'built' | 'source'): OxlintDiagnostic[] {
  const file = join(folder, '.oxlintrc.json');
  writeFileSync(file, JSON.stringify(configuration));
  const command = [...(plugins === 'source' ? fromSource : []), oxlint, '-c', file, '-f', 'json', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (!stdout.trimStart().startsWith('{')) throw new Error(`Oxlint did not answer with JSON: ${stdout}${stderr}`);
  return (JSON.parse(stdout) as { readonly diagnostics: OxlintDiagnostic[] }).diagnostics;
}

/** Translates Oxlint's offset, which counts bytes, into a line and a column that count as ESLint does: in UTF-16, without the mark. */
export function toPosition(bytes: Buffer, offset: number): { line: number; column: number } {
  const before = bytes
    .subarray(0, offset)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const lines = before.split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
