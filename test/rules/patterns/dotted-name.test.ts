import { describe, expect, test } from 'vitest';
import { getDottedName, getLastName } from '../../../rules/patterns/dotted-name.ts';
import { matchesName } from '../../../rules/patterns/name-pattern.ts';
import { readSource } from '../../support/read-source.ts';
import { readArgument } from './read-handlers.ts';

describe('the name of a callee', () => {
  test.each([
    ['log', 'log'],
    ['console.error', 'console.error'],
    ['this.logger.warn', 'this.logger.warn'],
    ['this.#log', 'this.#log'],
    ['a?.b?.c', 'a.b.c'],
    ['(a as Log).b', 'a.b'],
    ['a!.b', 'a.b'],
    ['(await a).b', 'a.b'],
    ['a["b"]', 'a.b'],
    ['a[`b`]', 'a.b'],
    ['a[0]', 'a.0'],
    ['a[b]', 'a.*'],
    ['getLog().warn', 'getLog().warn'],
    ['new Log().warn', 'new Log().warn'],
    ['import.meta.resolve', 'import.meta.resolve'],
    ['(a || b).c', '*.c'],
    ['(() => {})', '*'],
  ])('%s', (code, name) => {
    const source = readSource(`class A { #log; async run() { use(${code}); } }`);
    expect(getDottedName(readArgument(source, 'use'))).toBe(name);
  });

  test('its last part', () => {
    expect(getLastName('this.logger.warn')).toBe('warn');
    expect(getLastName('warn')).toBe('warn');
    expect(getLastName('')).toBe('');
  });
});

describe('patterns of names', () => {
  test.each([
    ['log', ['log'], true],
    ['a.log', ['log'], false],
    ['log', ['LOG'], false],
    ['a.log', ['*.log'], true],
    ['a.b.log', ['*.log'], true],
    ['log', ['*.log'], false],
    ['this.logger.error', ['this.logger.*'], true],
    ['logger.error', ['a', 'logger.error'], true],
    ['a+b', ['a+b'], true],
    ['aab', ['a+b'], false],
    ['axb', ['a.b'], false],
    ['log', [], false],
  ])('%s in %j', (name, patterns, matches) => {
    expect(matchesName(name, patterns)).toBe(matches);
  });
});
