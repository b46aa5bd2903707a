import { describe, expect, test } from 'vitest';
import { registry } from '../../codemods/engine/migrate/registry.ts';
import { readFiles } from './checks/tree.ts';

const names = readFiles(['codemods'], /\.ts$/).flatMap(({ path }) => /^codemods\/([^/]+)\.ts$/.exec(path)?.[1] ?? []);

describe('the registry of codemods', () => {
  test('knows every file in codemods/, and nothing else', () => {
    expect(registry.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  test.each(registry)('loads $name under its name', async ({ name, load }) => {
    const codemod = await load();
    expect(codemod).toMatchObject({ name, plan: expect.any(Function) });
    // One that remembers where it stopped would miss every other file.
    if (codemod.needles instanceof RegExp) expect(codemod.needles.flags).not.toMatch(/[gy]/);
    expect(codemod.description).toMatch(/^[A-Z].+\.$/);
  });

  test('has a transform for jscodeshift of every codemod that one file decides', async () => {
    const codemods = await Promise.all(registry.map(({ load }) => load()));
    const syntactic = codemods.filter(({ kind }) => kind === 'syntax').map(({ name }) => name);
    const transforms = readFiles(['codemods/transforms'], /\.ts$/);
    expect(transforms.map(({ path }) => path)).toEqual(
      syntactic.sort().map((name) => `codemods/transforms/${name}.ts`),
    );
    for (const name of syntactic)
      expect(transforms.find(({ path }) => path.endsWith(`/${name}.ts`))?.text).toContain(`loadTransform('${name}')`);
  });
});
