import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Tarball } from './pack.ts';

export interface CommandResult {
  readonly status: number | null;
  /** What the command wrote, both streams. */
  readonly output: string;
  readonly stdout: string;
}

/** A project somewhere else on the disk that installs our tarballs as a user would. */
export class Project {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'octollm-project-'));

  constructor(files: Readonly<Record<string, string>>) {
    this.write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Installs packages; npm refuses a conflict of peers by itself, because nothing is forced. */
  install(tarballs: readonly Tarball[], packages: readonly string[]): CommandResult {
    const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=warn', '--strict-peer-deps'];
    return this.#run('npm', ['install', '--save-dev', ...quick, ...tarballs.map(({ file }) => file), ...packages]);
  }

  /** Runs a command that the project has installed. */
  run(command: string, ...args: readonly string[]): CommandResult {
    return this.#run(join(this.folder, 'node_modules/.bin', command), args);
  }

  /** Runs Node on a line of code within the project. */
  evaluate(code: string, type: 'module' | 'commonjs' = 'module'): CommandResult {
    return this.#run(process.execPath, [`--input-type=${type}`, '-e', code]);
  }

  /** Runs a script of the project in a certain Node. */
  runNode(node: string, script: string, args: readonly string[]): CommandResult {
    return this.#run(node, [join(this.folder, script), ...args]);
  }

  delete(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #run(command: string, args: readonly string[]): CommandResult {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
      timeout: 300_000,
    });
    return { status, output: stdout + stderr, stdout };
  }
}
