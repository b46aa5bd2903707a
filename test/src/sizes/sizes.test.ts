import { expect, test } from 'vitest';

import { type BundleSize, measureAddition, measureBundle } from './measure-bundle.ts';

/* What users pay, in bytes, minified and after gzip, whichever bundler they have. Lower a limit when something gets smaller. */

const all = (...subPaths: readonly string[]): string =>
  subPaths.map((subPath) => `export * from './${subPath}/index.ts';`).join('\n');
const classifier = `export { classifyStructure } from './classify/index.ts';`;
const retry = `export { retry } from './retry/index.ts';`;
const breaker = `export { createBreaker } from './breaker/index.ts';`;

function expectAtMost(limit: number, { esbuild, rolldown }: BundleSize): void {
  // The lower bound fails when a bundle has come out empty.
  for (const bytes of [esbuild, rolldown]) {
    expect(bytes).toBeGreaterThan(limit / 2);
    expect(bytes).toBeLessThanOrEqual(limit);
  }
}

test('a bundle is larger with more in it, and an addition is what it grew by', async () => {
  const [small, large] = [await measureBundle(all('time')), await measureBundle(all('time', 'errors'))];

  expect(large.esbuild).toBeGreaterThan(small.esbuild);
  expect((await measureAddition(all('errors'), all('time'))).rolldown).toBe(large.rolldown - small.rolldown);
  expect(await measureAddition(all('time'), all('time', 'errors'))).toEqual({ esbuild: 0, rolldown: 0 });
});

test.each([
  ['the errors', all('errors'), 3_000],
  ['the classifier of every policy', classifier, 2_160],
  ['classification without the tables of providers', all('classify'), 3_260],
  ['retry with a classifier and time limits', all('retry'), 6_060],
  ['the breaker with a classifier, every window and a registry', all('breaker'), 8_000],
  ['one call with retries', retry, 5_420],
  ['a breaker as most applications need it', breaker, 6_970],
])('whole: %s', async (_, code, limit) => {
  expectAtMost(limit, await measureBundle(code));
});

test.each([
  ['classification, beside errors and HTTP', all('classify'), all('errors', 'http'), 2_200],
  ['retry, beside classification and time limits', all('retry'), all('errors', 'http', 'classify', 'timeout'), 2_200],
  ['one call with retries, beside the same', retry, all('errors', 'http', 'classify', 'timeout'), 1_560],
  ['the breaker, beside retry', all('breaker'), all('errors', 'http', 'classify', 'timeout', 'retry'), 4_340],
  ['a breaker as most need it, beside retry', breaker, all('errors', 'http', 'classify', 'timeout', 'retry'), 3_350],
])('added: %s', async (_, code, present, limit) => {
  expectAtMost(limit, await measureAddition(code, present));
});
