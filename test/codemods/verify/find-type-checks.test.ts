import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPackageFinder } from '../../../codemods/engine/discover/package-finder.ts';
import { findTypeChecks } from '../../../codemods/engine/verify/find-type-checks.ts';
import { createConfigFinder } from '../../../codemods/typed/config-finder.ts';
import { createProject } from '../support/temporary-project.ts';

/** The commands by the folder that they run in, relative to the project. */
function find(files: Readonly<Record<string, string>>, ...changed: string[]): Record<string, string> {
  const root = createProject(files);
  const configs = createConfigFinder();
  const checks = findTypeChecks(
    changed.map((name) => join(root, name)),
    { root, findPackages: createPackageFinder(), findConfig: (file) => configs.find(file).path ?? undefined },
  );
  return Object.fromEntries(
    checks.map(({ folder, command }) => [folder.slice(root.length + 1) || '.', command.replaceAll(root, '')]),
  );
}

const scripts = (texts: Record<string, string>): string => JSON.stringify({ scripts: texts });

describe('the type check of a file', () => {
  it.each(['typecheck', 'type-check', 'check-types', 'tsc'])('is the script `%s` of its package', (name) => {
    const files = { 'package.json': scripts({ [name]: 'tsc --noEmit' }), 'src/a.ts': '' };
    expect(find(files, 'src/a.ts')).toEqual({ '.': `npm run ${name}` });
  });

  it.each([
    ['pnpm-lock.yaml', 'pnpm'],
    ['yarn.lock', 'yarn'],
    ['bun.lock', 'bun'],
    ['package-lock.json', 'npm'],
  ])('is run by whom %s belongs to', (lock, manager) => {
    const files = { 'package.json': scripts({ typecheck: 'tsc' }), [lock]: '', 'a.ts': '' };
    expect(find(files, 'a.ts')).toEqual({ '.': `${manager} run typecheck` });
  });

  it('is one for all files of a package', () => {
    const files = { 'package.json': scripts({ typecheck: 'tsc' }), 'a.ts': '', 'b/b.ts': '' };
    expect(find(files, 'a.ts', 'b/b.ts')).toEqual({ '.': 'npm run typecheck' });
  });

  it('is that of the inner package, when the outer one has its own', () => {
    const files = {
      'package.json': scripts({ typecheck: 'tsc --noEmit' }),
      'packages/web/package.json': scripts({ typecheck: 'tsc --noEmit' }),
      'packages/api/package.json': scripts({}),
    };
    expect(find(files, 'packages/web/a.ts', 'packages/api/b.ts')).toEqual({
      'packages/web': 'npm run typecheck',
      '.': 'npm run typecheck',
    });
  });

  it.each([
    'turbo run typecheck',
    'pnpm -r typecheck',
    'npm run typecheck --workspaces',
    'tsc -b',
    'nx run-many -t typecheck',
  ])('is that of the workspace when it covers all packages: %s', (script) => {
    const files = {
      'package.json': scripts({ typecheck: script }),
      'packages/web/package.json': scripts({ typecheck: 'tsc --noEmit' }),
    };
    expect(find(files, 'packages/web/a.ts')).toEqual({ '.': 'npm run typecheck' });
  });

  it('is no script that never ends', () => {
    expect(find({ 'package.json': scripts({ tsc: 'tsc --watch' }), 'a.ts': '' }, 'a.ts')).toEqual({});
  });

  it('is none above the working tree', () => {
    const outer = createProject({ 'package.json': scripts({ typecheck: 'tsc' }), 'repo/a.ts': '' });
    const root = join(outer, 'repo');
    const search = { root, findPackages: createPackageFinder(), findConfig: () => join(outer, 'tsconfig.json') };
    expect(findTypeChecks([join(root, 'a.ts')], search)).toEqual([]);
  });

  it('is else the compiler that is installed, on the configuration of the file', () => {
    const root = createProject({ 'web/tsconfig.json': '{}', 'web/a.ts': '' });
    const compiler = join(root, 'node_modules/.bin/tsc');
    mkdirSync(dirname(compiler), { recursive: true });
    writeFileSync(compiler, '');
    const search = { root, findPackages: createPackageFinder(), findConfig: () => join(root, 'web/tsconfig.json') };
    expect(findTypeChecks([join(root, 'web/a.ts')], search)).toEqual([
      { folder: join(root, 'web'), command: `"${compiler}" --noEmit --pretty false -p "tsconfig.json"` },
    ]);
  });

  it('is none without a script and a compiler', () => {
    expect(find({ 'package.json': '{}', 'a.js': '' }, 'a.js')).toEqual({});
  });
});
