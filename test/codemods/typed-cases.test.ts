import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../codemods/engine/audit/read-settings.ts';
import { parseSource } from '../../codemods/engine/source/parse-source.ts';
import type { TransformOutcome } from '../../codemods/engine/transform/transform-text.ts';
import { createProjectAnswers } from '../../codemods/typed/project-answers.ts';
import { runTypedCodemod } from '../../codemods/typed/run-typed-codemod.ts';
import type { TypedCodemod } from '../../codemods/typed/typed-codemod.ts';
import { readCases, type CaseFolder, type ExpectedSite } from './support/case-folder.ts';
import { lintWithESLint } from './support/lint-with-eslint.ts';
import { listCodemods, loadCodemod } from './support/load-codemod.ts';
import { writeVariant } from './support/variants/variant.ts';
import { variants } from './support/variants/variants.ts';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'octollm-cases-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const compilerOptions = {
  target: 'es2022',
  module: 'preserve',
  strict: true,
  types: ['node'],
  typeRoots: [join(import.meta.dirname, '../../node_modules/@types')],
};
writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));
writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');

const codemods = await Promise.all(listCodemods().map(loadCodemod));

/** All cases of a codemod, in every way of writing, are files of one project: a program for each would take minutes. */
describe.each(codemods.filter((codemod) => codemod.kind === 'typed'))('$name', (codemod) => {
  const cases = readCases(codemod.name).flatMap(writeInAllWays);
  const first = runAll(codemod, cases, ({ input }) => input);
  const second = runAll(codemod, cases, ({ path, input }) => getText(first.get(path), input));

  it.each(cases)('$name', ({ path, input, expected, folder: { sites } }) => {
    const outcome = first.get(path);
    expect(getText(outcome, input)).toBe(expected);
    expect(listSites(outcome)).toEqual(sites.map(({ kind, line, cause = 'manual' }) => ({ kind, line, cause })));
    expect(getText(second.get(path), expected), 'a second run has nothing to do').toBe(expected);
    expect(listSites(second.get(path)), 'a second run leaves the same').toHaveLength(sites.length);
  });

  it.each(cases)('$name: keeps every comment', ({ path, input, expected }) => {
    expect(listComments(path, expected)).toEqual(expect.arrayContaining(listComments(path, input)));
  });

  it.each(cases.filter(({ folder: { sites } }) => sites.length === 0))('$name: the rules are content', (written) => {
    const levels = Object.fromEntries(codemod.rules.map((rule) => [`octollm/${rule}`, 'error' as const]));
    const count = (text: string): number => lintWithESLint(written.path, text, levels, '/').length;
    expect(count(written.expected)).toBeLessThanOrEqual(count(written.input));
  });
});

interface WrittenCase {
  readonly name: string;
  readonly path: string;
  readonly input: string;
  readonly expected: string;
  readonly folder: CaseFolder;
}

function writeInAllWays(given: CaseFolder): WrittenCase[] {
  const { input, expected } = given;
  const ways = [{ name: '', pair: { input, expected } }];
  for (const variant of variants) {
    const pair = writeVariant(variant, given.path, given);
    if (typeof pair !== 'string') ways.push({ name: ` ${variant.name}`, pair: { ...pair } });
  }
  return ways.map(({ name, pair }, index) => ({
    name: `${given.name}${name}`,
    path: join(folder, `${given.name}-${index}`, given.path),
    ...pair,
    folder: given,
  }));
}

function runAll(
  codemod: TypedCodemod,
  cases: readonly WrittenCase[],
  getInput: (written: WrittenCase) => string,
): ReadonlyMap<string, TransformOutcome> {
  const texts = new Map(cases.map((written) => [written.path, getInput(written)]));
  const { files } = runTypedCodemod(codemod, {
    files: [...texts.keys()],
    texts,
    settings: readSettings({}),
    answers: createProjectAnswers(),
    decide: (path, { applicability }) => {
      const isWanted = cases.find((written) => written.path === path)?.folder.options.unsafe === true;
      return applicability === 'safe' || isWanted ? 'apply' : 'unsafe';
    },
  });
  return files;
}

function getText(outcome: TransformOutcome | undefined, otherwise: string): string {
  if (outcome && outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome?.text ?? otherwise;
}

function listSites(outcome: TransformOutcome | undefined): ExpectedSite[] {
  const left = outcome?.status === 'done' ? outcome.leftAlone : [];
  return left.map(({ kind, place, cause }) => ({ kind, line: place.line, cause }));
}

function listComments(path: string, text: string): string[] {
  return parseSource(path, text).parsed?.comments.map(({ value }) => value) ?? [];
}
