import { describe, expect, test } from 'vitest';
import { isDirective, isReason } from '../../../../rules/patterns/justification/reason.ts';

describe('a comment that states a reason', () => {
  test.each([
    ' the cache may be cold',
    ' Best effort: the file may be gone already.',
    ' Ignored, the socket is closed anyway',
    ' not supported in Safari',
    ' nothing to clean up',
    '*\n * The cache may be cold.\n ',
    ' 404',
    ' ファイルがない',
    ' отсутствует',
    ' the cache may be cold. TODO: warm it',
    ' Return null on any error - the page shows none then',
    ' empty ',
    ' best effort - gone already?',
    ' pass (the method of the value failed, but its fields are left)',
    ' The socket is closed anyway. Is there more to do?',
    ' chunks of a stream may be cut anywhere\n console.error(e);',
  ])('%j', (text) => {
    expect(isReason(text)).toBe(true);
  });
});

describe('a comment that states none', () => {
  test.each([
    '',
    ' ',
    ' TODO',
    ' TODO: handle the cold cache',
    ' FIXME later',
    ' XXX',
    ' ignore',
    ' ignored',
    ' Ignore error',
    ' ignore the error here',
    ' noop',
    ' no-op',
    ' do nothing',
    ' swallow',
    ' intentionally ignored',
    ' e',
    ' ---',
    ' !!!',
    '*',
    ' console.log(e);',
    ' ignore\n console.log(e);',
    ' console.log(\n  "failed",\n  e,\n );',
    ' throw e;',
    ' return fallback(e);',
    ' if (e) { retry(); }',
    ' eslint-disable-next-line no-empty',
    ' @ts-expect-error missing types',
    ' prettier-ignore',
    ' istanbul ignore next',
    ' c8 ignore next',
    ' biome-ignore lint: empty',
    ' why?',
    ' should it be rethrown or logged with a warning?',
    ' ignore - is that right?',
    ' return null on error',
    ' Returns an empty list if it fails.',
  ])('%j', (text) => {
    expect(isReason(text)).toBe(false);
  });
});

describe('a directive', () => {
  test.each([
    ' expected: the cache may be cold',
    'expected: the cache may be cold',
    ' best-effort: metrics are optional',
    ' intentional: the file appears later',
    ' ignore-error: the file appears later',
    ' expected : the file appears later',
    '*\n * expected: the file\n * appears later\n ',
  ])('%j', (text) => {
    expect(isDirective(text, 'expected', 10)).toBe(true);
  });

  test.each([
    ' expected:',
    ' expected: ',
    ' expected: cold',
    ' expected: ignore the error',
    ' expected: TODO find out',
    ' expected the cache to be cold',
    ' as expected: the cache is cold',
    ' unexpected: the cache is cold',
    ' no-cause: the cache may be cold',
  ])('none in %j', (text) => {
    expect(isDirective(text, 'expected', 10)).toBe(false);
  });

  test('the reason may be shorter where that is asked for', () => {
    expect(isDirective(' expected: cold', 'expected', 4)).toBe(true);
    expect(isDirective(' expected: cold', 'expected', 5)).toBe(false);
  });

  test('for a dropped cause', () => {
    expect(isDirective(' no-cause: it quotes the secret', 'no-cause', 10)).toBe(true);
    expect(isDirective(' no-cause', 'no-cause', 10)).toBe(false);
    expect(isDirective(' expected: it quotes the secret', 'no-cause', 10)).toBe(false);
  });
});
