import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { restoreSources } from './restore-sources.ts';

describe('the sources in source maps', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'restore-sources-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const write = async (file: string, content: unknown): Promise<void> => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  };

  const listTypeScript = async (): Promise<readonly string[]> => {
    const files = await readdir(folder, { recursive: true });
    const sources = files.filter((file) => /\.[cm]?tsx?$/.test(file));
    return sources.map((file) => file.split(sep).join('/')).sort();
  };

  test('are written to where the map says they lay', async () => {
    await write('dist/esm/io/read.js.map', { sources: ['../../../src/io/read.ts'], sourcesContent: ['read();'] });
    await restoreSources(folder);
    expect(await listTypeScript()).toEqual(['src/io/read.ts']);
    expect(await readFile(join(folder, 'src/io/read.ts'), 'utf8')).toBe('read();');
  });

  test('come out of a bundle one by one', async () => {
    await write('lib/index.js.map', { sources: ['../src/a.ts', '../src/b.tsx'], sourcesContent: ['a', 'b'] });
    await restoreSources(folder);
    expect(await listTypeScript()).toEqual(['src/a.ts', 'src/b.tsx']);
  });

  test('are found below the root that the map names', async () => {
    await write('dist/a.js.map', { sourceRoot: '../src', sources: ['a.ts'], sourcesContent: ['a'] });
    await restoreSources(folder);
    expect(await listTypeScript()).toEqual(['src/a.ts']);
  });

  test('that a bundler names by its own scheme lie below the package', async () => {
    await write('dist/a.js.map', { sources: ['webpack://name/./src/a.ts'], sourcesContent: ['a'] });
    await restoreSources(folder);
    expect(await listTypeScript()).toEqual(['src/a.ts']);
  });

  test('never leave the folder of the package', async () => {
    const sources = ['../../../../src/a.ts', '/home/src/b.ts', 'webpack:///../../src/c.ts'];
    await write('package/dist/a.js.map', { sources, sourcesContent: ['a', 'b', 'c'] });
    await restoreSources(join(folder, 'package'));
    const restored = await listTypeScript();
    expect(restored).toHaveLength(3);
    expect(restored.filter((file) => !file.startsWith('package/'))).toEqual([]);
  });

  test('never replace a file that is published', async () => {
    await write('src/a.ts', 'published');
    await write('dist/a.js.map', { sources: ['../src/a.ts'], sourcesContent: ['compiled'] });
    await restoreSources(folder);
    expect(await readFile(join(folder, 'src/a.ts'), 'utf8')).toBe('published');
  });

  test('are the ones of the package in TypeScript, with their text', async () => {
    await write('dist/a.js.map', {
      sources: [
        '../src/a.js',
        '../src/a.d.ts',
        '../node_modules/b/src/b.ts',
        '../src/empty.ts',
        null,
        '../src/lost.ts',
      ],
      sourcesContent: ['a', 'a', 'b', '', 'nobody', null],
    });
    await write('dist/b.d.ts.map', { sources: ['../src/b.ts'] });
    await restoreSources(folder);
    expect(await listTypeScript()).toEqual(['src/empty.ts']);
  });
});
