import { describe, expect, it } from 'vitest';
import { parseSource } from '../../codemods/engine/source/parse-source.ts';
import type { SyntaxCodemod } from '../../codemods/engine/transform/codemod.ts';
import type { LeftAlone } from '../../codemods/engine/transform/transform-result.ts';
import { listCaseOwners, readCases, type CaseFolder, type ExpectedSite } from './support/case-folder.ts';
import { lintWithESLint, type Reported } from './support/lint-with-eslint.ts';
import { listCodemods, loadCodemod } from './support/load-codemod.ts';
import { runCodemod } from './support/run-codemod.ts';
import { writeVariant, type Pair } from './support/variants/variant.ts';
import { variants } from './support/variants/variants.ts';

const codemods = await Promise.all(listCodemods().map(loadCodemod));
const syntaxCodemods = codemods.filter((codemod) => codemod.kind === 'syntax');

it('every codemod has cases, and nothing else has', () => {
  expect(listCaseOwners()).toEqual(codemods.map(({ name }) => name));
});

it.each(codemods)('$name has cases that change, that stay silent, and that are listed', ({ name }) => {
  const cases = readCases(name);
  expect(cases.filter(({ input, expected }) => input !== expected)).not.toEqual([]);
  expect(cases.filter(({ input, expected, sites }) => input === expected && sites.length === 0)).not.toEqual([]);
  expect(cases.filter(({ sites }) => sites.length > 0)).not.toEqual([]);
});

describe.each(syntaxCodemods)('$name', (codemod) => {
  describe.each(readCases(codemod.name))('$name', (folder) => {
    it('as it is written', () => check(codemod, folder, folder));

    for (const variant of variants) {
      const pair = writeVariant(variant, folder.path, folder);
      if (typeof pair === 'string') it.skip(`${variant.name}: ${pair}`);
      else it(variant.name, () => check(codemod, folder, pair));
    }

    it('keeps every comment', () => {
      expect(listComments(folder.path, folder.expected)).toEqual(
        expect.arrayContaining(listComments(folder.path, folder.input)),
      );
    });
  });
});

/** Runs a case: the text, the list of what is left, a second run, and what the paired rules say to the result. */
function check(codemod: SyntaxCodemod, { path, sites, options }: CaseFolder, { input, expected }: Pair): void {
  const { text, leftAlone } = runCodemod(codemod, path, input, options);
  expect(text).toBe(expected);
  const left = leftAlone.map(({ kind, place, cause }) => ({ kind, line: place.line, cause }));
  const listed = sites.map(({ kind, line, cause = 'manual' }) => ({ kind, line, cause }));
  expect(left.sort(compareSites)).toEqual(listed.sort(compareSites));
  const second = runCodemod(codemod, path, text, options);
  expect(second.applied, 'a second run has nothing to do').toEqual([]);
  expect(second.text).toBe(text);
  expect(second.leftAlone, 'a second run leaves the same').toHaveLength(leftAlone.length);
  const reported = lint(codemod, path, text, options.settings);
  expect(reported.filter((finding) => !isListed(finding, leftAlone))).toEqual([]);
}

function lint({ rules }: SyntaxCodemod, path: string, text: string, settings: object = {}): Reported[] {
  const levels = Object.fromEntries(rules.map((rule) => [`octollm/${rule}`, 'error' as const]));
  return lintWithESLint(path, text, levels, '/', settings);
}

/** Whether the list of what is left names the lines of a finding. */
function isListed({ line, endLine = line }: Reported, leftAlone: readonly LeftAlone[]): boolean {
  return leftAlone.some(({ placeAfter, text }) => {
    const lastLine = placeAfter.line + text.split('\n').length - 1;
    return line <= lastLine && placeAfter.line <= endLine;
  });
}

function compareSites(first: ExpectedSite, second: ExpectedSite): number {
  return first.line - second.line || (first.kind < second.kind ? -1 : 1);
}

function listComments(path: string, text: string): string[] {
  return parseSource(path, text).parsed?.comments.map(({ value }) => value) ?? [];
}
