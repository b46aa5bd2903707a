import { describe, expect, test } from 'vitest';
import { describeWithEslint } from './dialects/with-eslint.ts';
import { describeWithOxcParser } from './dialects/with-oxc-parser.ts';
import { describeWithOxlint } from './dialects/with-oxlint.ts';
import { snippets } from './dialects/snippets.ts';

const javaScript = snippets.filter(({ isJavaScript }) => isJavaScript);

/** Which class is better is the classifier's own matter; here it only has to be the same everywhere. */
const withoutClass = (line: string): string => line.replace(/, better \w+$/, '');

describe('the patterns say the same on every tree', () => {
  test.each(snippets)('typescript-eslint: $code', ({ code, expected }) => {
    expect(describeWithEslint('typescript', code).map(withoutClass)).toEqual(expected);
  });

  test.each(javaScript)('espree: $code', ({ code }) => {
    expect(describeWithEslint('espree', code)).toEqual(describeWithEslint('typescript', code));
  });

  test.each(snippets)('oxc-parser: $code', ({ code }) => {
    expect(describeWithOxcParser(code)).toEqual(describeWithEslint('typescript', code));
  });

  test('Oxlint', () => {
    const described = describeWithOxlint(snippets.map(({ code }) => code));
    expect(snippets.map(({ code }, index) => ({ code, said: described[index] }))).toEqual(
      snippets.map(({ code }) => ({ code, said: describeWithEslint('typescript', code) })),
    );
  });
});
