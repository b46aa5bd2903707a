import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { afterAll, describe, expect, test } from 'vitest';
import manifest from '../../src/package.json' with { type: 'json' };
import { deleteTarballs, packAll, repository } from './pack.ts';

const tarballs = packAll();
afterAll(() => deleteTarballs(tarballs));

/** The way in which TypeScript resolved before packages had `exports`; what is no part of a program is refused there. */
const legacy = 'node10';

describe.each(tarballs)('$name', ({ name, file }) => {
  test('has declarations that fit its code, in every way in which TypeScript finds them', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(file)));
    if (!analysis.types) throw new TypeError('The package has no declarations');

    // Node requires ECMAScript modules since the oldest version that the package takes.
    const problems = analysis.problems.filter(
      (problem) =>
        problem.kind !== 'CJSResolvesToESM' &&
        !(name !== manifest.name && 'resolutionKind' in problem && problem.resolutionKind === legacy),
    );
    expect(problems).toEqual([]);
    expect(Object.keys(analysis.entrypoints)).not.toEqual([]);
  });
});

describe('the runtime', () => {
  const subPaths = Object.keys(manifest.exports).filter((path) => path !== './package.json');

  test('has every sub-path in the project that the compilers read', () => {
    const text = readFileSync(join(import.meta.dirname, 'every-sub-path.ts'), 'utf8');
    const imported = Array.from(text.matchAll(/from '@octollm\/errors(.*)'/g), ([, path]) => `.${path}`);
    expect(imported.sort()).toEqual(subPaths.sort());
  });

  test('asks for no framework, and says which version of each it fits', () => {
    const optional = Object.entries(manifest.peerDependenciesMeta).map(([name, { optional }]) => optional && name);
    expect(optional).toEqual(Object.keys(manifest.peerDependencies));
    expect(manifest).not.toHaveProperty('dependencies');
    for (const [name, range] of Object.entries(manifest.peerDependencies)) {
      const installed = readFileSync(join(repository, 'node_modules', name, 'package.json'), 'utf8');
      const [major] = (JSON.parse(installed) as { readonly version: string }).version.split('.');
      expect(
        range.split(' || ').some((part) => part.startsWith(`^${major}.`)),
        name,
      ).toBe(true);
    }
  });
});
