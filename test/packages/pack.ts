import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const repository: string = resolve(import.meta.dirname, '../..');

export interface Tarball {
  readonly name: string;
  /** Where the tarball lies. */
  readonly file: string;
  /** Paths inside the package. */
  readonly files: readonly string[];
  readonly unpackedSize: number;
}

interface PackReport {
  readonly name: string;
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** Packs the three packages as `npm publish` would. */
export function packAll(): Tarball[] {
  const destination = mkdtempSync(join(tmpdir(), 'octollm-tarballs-'));
  const workspaces = ['src', 'rules', 'codemods'].flatMap((folder) => ['--workspace', folder]);
  const stdout = execFileSync('npm', ['pack', '--json', '--pack-destination', destination, ...workspaces], {
    cwd: repository,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const reports = JSON.parse(stdout) as readonly PackReport[];
  return reports.map(({ name, filename, unpackedSize, files }) => ({
    name,
    // npm reports a scoped name with its slash and writes the file without it.
    file: join(destination, filename.replace('@', '').replace('/', '-')),
    files: files.map(({ path }) => path),
    unpackedSize,
  }));
}

export function deleteTarballs(tarballs: readonly Tarball[]): void {
  for (const { file } of tarballs) rmSync(dirname(file), { recursive: true, force: true });
}
