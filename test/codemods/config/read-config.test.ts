import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, type LoadedConfig } from '../../../codemods/cli/read-config.ts';
import { freshen } from '../support/freshen.ts';
import { createProject } from '../support/temporary-project.ts';

const registry = [
  { name: 'freshen', load: () => Promise.resolve(freshen) },
  { name: 'add-cause', load: () => Promise.reject(new Error('nobody asked for its options')) },
];

function read(files: Readonly<Record<string, string>>, folder = '.', path?: string): Promise<LoadedConfig> {
  const root = createProject(files);
  mkdirSync(join(root, folder), { recursive: true });
  return readConfig(join(root, folder), path, registry);
}

/** Reads an object as `octollm.config.ts` would export it. */
function readObject(config: unknown): Promise<LoadedConfig> {
  return read({ 'octollm.config.ts': `export default ${JSON.stringify(config)};` });
}

describe('the configuration', () => {
  it('may be missing', async () => {
    expect(await read({ '.git/HEAD': '' })).toMatchObject({ file: undefined, enabled: undefined, options: {} });
  });

  it('is typed by `defineConfig`, in a project that has not installed octollm too', async () => {
    const config = await read({
      'octollm.config.ts': `import { defineConfig, type OctollmConfig } from '@octollm/codemods';
        const settings: OctollmConfig['settings'] = { errorModule: '@acme/errors' };
        export default defineConfig({
          codemods: { freshen: { replacement: 'newest' }, 'add-cause': false },
          minimumConfidence: 0.8,
          formatter: 'prettier --stdin-filepath {file}',
          verify: 'npm run check',
          settings,
        });`,
    });
    expect(config).toMatchObject({
      enabled: ['freshen'],
      options: { freshen: { replacement: 'newest' } },
      minimumConfidence: 0.8,
      formatter: 'prettier --stdin-filepath {file}',
      verify: 'npm run check',
      settings: { errorModule: '@acme/errors' },
    });
  });

  it.each([
    ['octollm.config.mts', 'export default { minimumConfidence: 0.5 };'],
    ['octollm.config.cts', 'module.exports = { minimumConfidence: 0.5 } satisfies object;'],
    ['octollm.config.js', 'export default { minimumConfidence: 0.5 };'],
    ['octollm.config.mjs', 'export default { minimumConfidence: 0.5 };'],
    ['octollm.config.cjs', 'module.exports = { minimumConfidence: 0.5 };'],
    ['octollm.config.json', '{ "minimumConfidence": 0.5 }'],
  ])('may be %s', async (name, text) => {
    const { file, minimumConfidence } = await read({ [name]: text });
    expect([file?.endsWith(name), minimumConfidence]).toEqual([true, 0.5]);
  });

  it('is found above, up to the root of the working tree', async () => {
    const files = { 'octollm.config.json': '{ "minimumConfidence": 0.5 }', 'tree/.git/HEAD': '' };
    expect((await read(files, 'packages/core')).minimumConfidence).toBe(0.5);
    expect((await read(files, 'tree/src')).file).toBeUndefined();
  });

  it('may be named', async () => {
    expect(
      (await read({ 'etc/migration.json': '{ "minimumConfidence": 0.5 }' }, '.', 'etc/migration.json')).file,
    ).toMatch(/migration\.json$/);
    await expect(read({}, '.', 'etc/none.ts')).rejects.toThrow(
      'Cannot read the configuration `etc/none.ts`: there is no such file.',
    );
  });

  it('reads the catalogue that its settings name, from its own folder', async () => {
    const entry = { name: 'AcmeError', code: 'ACME', parent: null, kind: 'internal', doc: 'Reports it.' };
    const files = {
      'etc/c.json': JSON.stringify([entry]),
      'etc/octollm.config.json': '{ "settings": { "catalog": "c.json" } }',
    };
    expect((await read(files, '.', 'etc/octollm.config.json')).settings).toEqual({ catalog: [entry] });
    await expect(read({ 'octollm.config.json': '{ "settings": { "catalog": "no.json" } }' })).rejects.toThrow(
      'Cannot use the configuration `octollm.config.json`: Cannot read the catalogue `no.json`: there is no such file.',
    );
  });
});

describe('what is wrong in it is told with the path of the key', () => {
  it.each([
    [[], 'The configuration is [], and must be an object such as { codemods: { … } }.'],
    [{ codemod: {} }, 'Unknown key `codemod`: did you mean `codemods`?'],
    [
      { zzz: 1 },
      'Unknown key `zzz`: the known ones are codemods, include, exclude, settings, minimumConfidence, formatter, verify.',
    ],
    [{ codemods: [] }, '`codemods` is [], and must be an object such as { "add-cause": false }.'],
    [{ codemods: { 'add-couse': true } }, 'Unknown codemod `codemods.add-couse`: did you mean `add-cause`?'],
    [{ codemods: { freshen: 'on' } }, '`codemods.freshen` is "on", and must be true, false or an object of options.'],
    [
      { codemods: { freshen: { replacment: 'x' } } },
      'Unknown option `codemods.freshen.replacment`: did you mean `replacement`?',
    ],
    [
      { codemods: { freshen: { confidence: 3 } } },
      'Invalid `codemods.freshen.confidence`: it is 3, and must be a number from 0 to 1.',
    ],
    [{ include: 'src' }, '`include` is "src", and must be a list of patterns such as ["src/legacy/"].'],
    [{ exclude: ['a', ''] }, '`exclude[1]` is "", and must be a pattern such as "src/legacy/".'],
    [{ minimumConfidence: 80 }, '`minimumConfidence` is 80, and must be a number from 0 to 1.'],
    [
      { formatter: 'prettier --write' },
      '`formatter` is "prettier --write", and must be a command with {file} in it such as "prettier --stdin-filepath {file}".',
    ],
    [{ verify: true }, '`verify` is true, and must be a command such as "npm run typecheck".'],
    [{ settings: 1 }, '`settings` is 1, and must be an object such as { errorModule: "@acme/errors" }.'],
    [{ settings: { loggers: 'log' } }, 'Invalid `settings.loggers`: it is "log", and must be a list of names'],
  ])('%j', async (config, message) => {
    await expect(readObject(config)).rejects.toThrow(`Cannot use the configuration \`octollm.config.ts\`: ${message}`);
  });

  it('a file that breaks down', async () => {
    await expect(read({ 'octollm.config.ts': 'throw new Error("no license");' })).rejects.toThrow(
      'Cannot read the configuration `octollm.config.ts`: no license',
    );
    await expect(read({ 'octollm.config.json': '{' })).rejects.toThrow(
      /^Cannot read the configuration `octollm\.config\.json`: it is no JSON \(.+\)\.$/,
    );
  });
});

describe('include and exclude', () => {
  async function list(config: object, folder = '.'): Promise<string[]> {
    const root = createProject({ [`${folder}/octollm.config.json`]: JSON.stringify(config) });
    const { accepts } = await readConfig(join(root, folder), undefined, registry);
    const files = ['src/a.ts', 'src/legacy/b.ts', 'src/legacy/keep.ts', 'other/c.ts', 'src/d.gen.ts'];
    return files.filter((file) => accepts(join(root, file)));
  }

  it.each([
    ['nothing', {}, ['src/a.ts', 'src/legacy/b.ts', 'src/legacy/keep.ts', 'other/c.ts', 'src/d.gen.ts']],
    ['one folder', { include: ['src/'] }, ['src/a.ts', 'src/legacy/b.ts', 'src/legacy/keep.ts', 'src/d.gen.ts']],
    ['a folder less', { exclude: ['src/legacy/'] }, ['src/a.ts', 'other/c.ts', 'src/d.gen.ts']],
    [
      'a folder less but for one file',
      { exclude: ['src/legacy/*', '!src/legacy/keep.ts'] },
      ['src/a.ts', 'src/legacy/keep.ts', 'other/c.ts', 'src/d.gen.ts'],
    ],
    ['both', { include: ['src/**'], exclude: ['*.gen.ts', 'legacy'] }, ['src/a.ts']],
  ])('%s', async (_, config, expected) => {
    expect(await list(config)).toEqual(expected);
  });

  it('count from the folder of the configuration, and say nothing of files outside', async () => {
    expect(await list({ include: ['a.ts'] }, 'src')).toEqual(['src/a.ts', 'other/c.ts']);
  });
});
