import { describe, expect, it } from 'vitest';
import { toTransform } from '../../codemods/syntax/to-transform.ts';
import { freshen } from './support/freshen.ts';

const transform = toTransform(freshen);

function run(source: string, options: Readonly<Record<string, unknown>> = {}): { text?: string; reports: string[] } {
  const reports: string[] = [];
  const text = transform({ path: 'src/a.ts', source }, { report: (message) => reports.push(message) }, options);
  return text === undefined ? { reports } : { text, reports };
}

describe('a codemod as a transform of jscodeshift', () => {
  it('gives the new text', () => {
    expect(run('\ufeff#!/usr/bin/env node\r\nstale();\r\n')).toEqual({
      text: '\ufeff#!/usr/bin/env node\r\nfresh();\r\n',
      reports: [],
    });
  });

  it('gives nothing for a file that stays as it is', () => {
    expect(run('other();')).toEqual({ reports: [] });
  });

  it('reports what it leaves', () => {
    expect(run('stale();\n  use(stale);')).toEqual({
      text: 'fresh();\n  use(stale);',
      reports: ['2:7 left alone: It is stale.'],
    });
  });

  it('holds back what is unsafe, unless it is asked for', () => {
    expect(run('stale(1);')).toEqual({
      reports: ['1:1 held back as unsafe (--unsafe=true makes the change): It is stale.'],
    });
    expect(run('stale(1);', { unsafe: true })).toEqual({ text: 'fresh(1);', reports: [] });
  });

  it('takes its own options from those of the command line', () => {
    const options = { parser: 'tsx', dry: false, extensions: 'ts', replacement: 'newest' };
    expect(run('stale();', options)).toEqual({ text: 'newest();', reports: [] });
  });

  it('works without an API to report to', () => {
    expect(transform({ path: 'a.ts', source: 'use(stale); stale();' }, {})).toBe('use(stale); fresh();');
  });
});

describe('it throws, which jscodeshift counts as an error, for', () => {
  it.each([
    ['a file that does not parse', 'stale(;', {}, /^src\/a\.ts stays as it is: it does not parse at 1:\d+ \(.+\)\.$/],
    [
      'a result that would be damaged',
      'stale();',
      { replacement: 'a b' },
      /^src\/a\.ts stays as it is: the result would not parse/,
    ],
    [
      'an option of the wrong kind',
      'stale();',
      { replacement: 1 },
      /^Invalid `freshen\.replacement`: it is 1, and must be a string\.$/,
    ],
    [
      'a number out of its range',
      'stale();',
      { confidence: 2 },
      /^Invalid `freshen\.confidence`: it is 2, and must be a number from 0 to 1\.$/,
    ],
    ['an unknown setting', 'stale();', { settings: { logers: [] } }, /^Unknown setting `settings\.octollm\.logers`/],
  ])('%s', (_, source, options, message) => {
    expect(() => run(source, options)).toThrow(message);
  });
});
