import { expect, test } from 'vitest';
import { defaultSettings } from '../../../../rules/patterns/settings/defaults.ts';
import { isTestFile } from '../../../../rules/patterns/settings/test-files.ts';

const isTest = (filename: string, cwd = '/home/me/project'): boolean =>
  isTestFile(filename, cwd, defaultSettings.testGlobs);

test.each([
  'src/load.test.ts',
  'src/load.spec.tsx',
  'src/load.e2e.js',
  'load.test.mjs',
  'types/index.test-d.ts',
  'test/load.ts',
  'tests/deep/load.ts',
  'packages/a/__tests__/load.ts',
  'src/__mocks__/load.ts',
  '/home/me/project/src/load.test.ts',
  '/home/me/project/test/load.ts',
  'C:\\work\\project\\src\\load.test.ts',
  'src\\__tests__\\load.ts',
])('%s is a test', (filename) => {
  expect(isTest(filename)).toBe(true);
});

test.each([
  'src/load.ts',
  'src/latest.ts',
  'src/testing-library.ts',
  'src/contest/load.ts',
  'test.ts',
  '/home/me/project/src/load.ts',
])('%s is none', (filename) => {
  expect(isTest(filename)).toBe(false);
});

test('a project that lies in a folder of tests is no test itself', () => {
  expect(isTest('/home/me/test/project/src/load.ts', '/home/me/test/project')).toBe(false);
  expect(isTest('/home/me/test/project/src/load.ts', '/home/me/test/project/')).toBe(false);
  expect(isTest('/elsewhere/test/load.ts')).toBe(false);
  expect(isTest('/elsewhere/load.test.ts')).toBe(true);
});

test('on Windows', () => {
  expect(isTest('C:\\work\\tests\\project\\src\\load.ts', 'C:\\work\\tests\\project')).toBe(false);
  expect(isTest('C:\\work\\project\\tests\\load.ts', 'C:\\work\\project')).toBe(true);
});

test('globs of the project', () => {
  expect(isTestFile('checks/load.ts', '/', ['checks/**'])).toBe(true);
  expect(isTestFile('src/load.test.ts', '/', ['checks/**'])).toBe(false);
});
