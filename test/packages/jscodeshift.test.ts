import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toTransform, type Transform } from '../../codemods/syntax/to-transform.ts';
import { readCases } from '../codemods/support/case-folder.ts';
import { loadCodemod } from '../codemods/support/load-codemod.ts';
import { findNode24 } from '../support/node24.ts';
import { deleteTarballs, packAll, repository, type Tarball } from './pack.ts';
import { Project, type CommandResult } from './project.ts';

const names = readdirSync(join(repository, 'codemods/transforms')).map((file) => file.replace(/\.ts$/, ''));
const node24 = findNode24();
if (node24 === undefined) console.warn('SKIPPED: the transforms were not tried in Node 24; install it or set NODE24');

const project = new Project({});
let tarballs: readonly Tarball[] = [];
beforeAll(() => {
  tarballs = packAll();
  const { status, output } = project.install(tarballs, ['jscodeshift@17']);
  expect(status, output).toBe(0);
});
afterAll(() => {
  deleteTarballs(tarballs);
  project.delete();
});

interface Sample {
  readonly path: string;
  readonly input: string;
  /** What the transform makes of it in this process, where it is known to work. */
  readonly expected: string;
}

/** The cases of a codemod, written into the project anew. */
async function writeSamples(name: string): Promise<Sample[]> {
  const codemod = await loadCodemod(name);
  if (codemod.kind !== 'syntax') throw new Error(`${name} is no codemod for jscodeshift`);
  const transform = toTransform(codemod);
  const samples = readCases(name).map((folder) => {
    const path = `src/${name}/${folder.name}/${folder.path.split('/').at(-1)}`;
    return { path, input: folder.input, expected: runHere(transform, path, folder.input) };
  });
  for (const { path, input } of samples) project.write(path, input);
  return samples;
}

function runHere(transform: Transform, path: string, source: string): string {
  return transform({ path, source }, {}, { unsafe: true }) ?? source;
}

const extensions = '--extensions=ts,tsx,mts,cts,js,jsx,mjs,cjs';

function jscodeshift(name: string, ...options: readonly string[]): CommandResult {
  const file = `node_modules/@octollm/codemods/dist/transforms/${name}.js`;
  return project.run('jscodeshift', '-t', file, extensions, '--unsafe=true', ...options, `src/${name}`);
}

async function expectSameAsOctollm(name: string, ...options: readonly string[]): Promise<void> {
  const samples = await writeSamples(name);
  const { output } = jscodeshift(name, ...options);
  expect(output).toContain('0 errors');
  for (const { path, expected } of samples) expect(project.read(path), path).toBe(expected);
  expect(samples.filter(({ input, expected }) => input !== expected)).not.toEqual([]);
}

describe.each(names)('npx jscodeshift -t …/transforms/%s', (name) => {
  test('does what octollm does', () => expectSameAsOctollm(name));

  test('does the same without Babel', () => expectSameAsOctollm(name, '--no-babel'));
});

test('the transforms work in the process of jscodeshift itself', () =>
  expectSameAsOctollm('add-cause', '--run-in-band'));

test('nothing is written in a dry run', async () => {
  const samples = await writeSamples('add-cause');
  expect(jscodeshift('add-cause', '--dry').output).toContain('Running in dry mode');
  for (const { path, input } of samples) expect(project.read(path), path).toBe(input);
});

test.skipIf(node24 === undefined)('Node 24 runs them too', async () => {
  const samples = await writeSamples('add-cause');
  project.runNode(node24 ?? '', 'node_modules/jscodeshift/bin/jscodeshift.js', [
    '-t',
    'node_modules/@octollm/codemods/dist/transforms/add-cause.js',
    extensions,
    '--unsafe=true',
    'src/add-cause',
  ]);
  for (const { path, expected } of samples) expect(project.read(path), path).toBe(expected);
});

test('the sub-path leads to the file that the command line wants', () => {
  const resolve = `console.log(require.resolve('@octollm/codemods/transforms/add-cause'))`;
  expect(project.evaluate(resolve, 'commonjs').stdout).toMatch(/dist\/transforms\/add-cause\.js\n$/);
  const load = `const { default: transform } = await import('@octollm/codemods/transforms/add-cause');
    console.log(await transform({ path: 'a.ts', source: 'nothing();' }, {}));`;
  expect(project.evaluate(load).stdout).toBe('undefined\n');
});

test('a file that does not parse is an error, and what is left is reported', () => {
  project.write('broken/a.ts', 'throw new Error(;');
  project.write('broken/b.ts', 'try { a() } catch (error) { throw new Acme(1, 2) }\n');
  const { output } = project.run(
    'jscodeshift',
    '-t',
    'node_modules/@octollm/codemods/dist/transforms/add-cause.js',
    extensions,
    'broken',
  );
  expect(output).toContain('a.ts stays as it is: it does not parse at 1:');
  expect(output).toContain('1 errors');
  expect(output).toMatch(/REP .*b\.ts 1:\d+ left alone: /);
});
