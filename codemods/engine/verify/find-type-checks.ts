import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { PackageFinder, PackageManifest } from '../discover/package-finder.ts';

/** A type check of the project's own. */
export interface TypeCheck {
  /** The folder that it runs in. */
  readonly folder: string;
  /** As a shell takes it. */
  readonly command: string;
}

const scriptNames = ['typecheck', 'type-check', 'check-types', 'tsc'];
const watches = /(?:^|\s)(?:-w|--watch)\b/;
/** What makes a script of the outer package check its workspaces as well. */
const coversWorkspaces =
  /\b(?:turbo|nx|lerna|moon|wireit|rush)\b|\s(?:-r|--recursive|-ws|--workspaces|-b|--build)\b|\bworkspaces\b|--filter/;

export interface TypeCheckSearch {
  readonly findPackages: PackageFinder;
  /** Nothing above it is looked at. */
  readonly root: string;
  /** The `tsconfig.json` that a file belongs to. */
  readonly findConfig: (file: string) => string | undefined;
}

/**
 * Finds the type checks that judge files: a script of their package or of the workspace around it, else `tsc` as the project has
 * it installed, on the `tsconfig.json` of each file.
 */
export function findTypeChecks(files: readonly string[], search: TypeCheckSearch): TypeCheck[] {
  const checks = new Map<string, TypeCheck>();
  for (const file of files) {
    const check = findScript(file, search) ?? findCompiler(file, search);
    if (check) checks.set(`${check.folder}\0${check.command}`, check);
  }
  return [...checks.values()];
}

function findScript(file: string, { findPackages, root }: TypeCheckSearch): TypeCheck | undefined {
  const candidates = findPackages(dirname(file)).flatMap((manifest) => {
    const name = isInside(manifest.folder, root) ? findScriptName(manifest) : undefined;
    return name === undefined ? [] : [{ name, script: manifest.scripts[name] ?? '', folder: manifest.folder }];
  });
  const [innermost] = candidates;
  const chosen = candidates.findLast(({ script }) => coversWorkspaces.test(script)) ?? innermost;
  if (!chosen) return undefined;
  return { folder: chosen.folder, command: `${findPackageManager(chosen.folder)} run ${chosen.name}` };
}

function findScriptName({ scripts }: PackageManifest): string | undefined {
  return scriptNames.find((name) => scripts[name] !== undefined && !watches.test(scripts[name]));
}

/** The lock file says which one runs the scripts here. */
function findPackageManager(folder: string): string {
  const managers = { 'pnpm-lock.yaml': 'pnpm', 'yarn.lock': 'yarn', 'bun.lock': 'bun', 'bun.lockb': 'bun' };
  for (let current = folder; ; current = dirname(current)) {
    for (const [lock, manager] of Object.entries(managers)) if (existsSync(join(current, lock))) return manager;
    if (existsSync(join(current, 'package-lock.json')) || current === dirname(current)) return 'npm';
  }
}

function findCompiler(file: string, { findConfig, root }: TypeCheckSearch): TypeCheck | undefined {
  const config = findConfig(file);
  if (config === undefined || !isInside(config, root)) return undefined;
  const folder = dirname(config);
  const compiler = findInstalled(folder);
  if (compiler === undefined) return undefined;
  return { folder, command: `"${compiler}" --noEmit --pretty false -p "${relative(folder, config)}"` };
}

function findInstalled(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    const compiler = join(current, 'node_modules', '.bin', 'tsc');
    if (existsSync(compiler)) return compiler;
    if (current === dirname(current)) return undefined;
  }
}

function isInside(path: string, root: string): boolean {
  return !relative(root, path).startsWith('..');
}
