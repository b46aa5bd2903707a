import { describe, expect, it } from 'vitest';
import { auditText, getReported } from './support/audit-text.ts';
import { lintWithESLint } from './support/lint-with-eslint.ts';

const drop = 'try { load() } catch (error) {}';
const wrap = "try { load() } catch (error) { throw new Error('x') }";

/** Each text with the lines on which something is still reported; ESLint has the last word. */
const cases: readonly (readonly [string, readonly number[], ...string[]])[] = [
  ['no comment', [1], drop],
  ['a line, named', [], `${drop} // eslint-disable-line octollm/no-silent-catch`],
  ['a line, every rule', [], `${drop} // eslint-disable-line`],
  ['a line, another rule', [1], `${drop} // eslint-disable-line octollm/require-cause`],
  ['a line, a rule of another plugin', [1], `${drop} // eslint-disable-line n/no-sync`],
  ['a line, one of two rules', [1], `${wrap} // eslint-disable-line octollm/require-cause`],
  ['a line, both of two rules', [], `${wrap} // eslint-disable-line octollm/require-cause, octollm/no-generic-throw`],
  ['a line, as a block comment', [], `${drop} /* eslint-disable-line */`],
  ['a line, in a comment over two lines', [1], `${drop} /* eslint-disable-line\n */`],
  ['the next line', [], '// eslint-disable-next-line octollm/no-silent-catch', drop],
  ['the next line, with a reason', [], '// eslint-disable-next-line octollm/no-silent-catch -- seen in review', drop],
  ['the next line, quoted', [], "// eslint-disable-next-line 'octollm/no-silent-catch'", drop],
  ['the next line but one', [3], '// eslint-disable-next-line', '', drop],
  ['the next line after a comment over two', [], '/* eslint-disable-next-line', 'octollm/no-silent-catch */', drop],
  ['the next line only', [3], '// eslint-disable-next-line', drop, drop],
  ['the rest of the file', [1], drop, '/* eslint-disable */', drop, drop],
  ['the rest of the file, named', [1], drop, '/* eslint-disable octollm/no-silent-catch */', drop],
  ['a block', [4], '/* eslint-disable */', drop, '/* eslint-enable */', drop],
  [
    'a block that another rule ends',
    [],
    '/* eslint-disable */',
    drop,
    '/* eslint-enable octollm/require-cause */',
    drop,
  ],
  [
    'a block of one rule that all end',
    [4],
    '/* eslint-disable octollm/no-silent-catch */',
    drop,
    '/* eslint-enable */',
    drop,
  ],
  ['a block in a line comment, which is none', [2], '// eslint-disable', drop],
  ['a block that begins behind the place', [1], `${drop} /* eslint-disable */`],
  ['a line in an enabled block', [], '/* eslint-enable */', `${drop} // eslint-disable-line`],
  ['an enabling comment within a disabled line', [], `/* eslint-enable */ ${drop} // eslint-disable-line`],
  ['a rule that is off for the file', [], '/* eslint octollm/no-silent-catch: off */', drop],
  ['a rule that is off by number', [], '/* eslint "octollm/no-silent-catch": 0 */', drop],
  ['a rule that is made a warning', [2], '/* eslint octollm/no-silent-catch: "warn" */', drop],
  [
    'a rule that gets options',
    [],
    '/* eslint octollm/no-silent-catch: ["error", { "allowKinds": ["catch-clause"] }] */',
    drop,
  ],
  [
    'a rule that is configured twice',
    [3],
    '/* eslint octollm/no-silent-catch: 2 */',
    '/* eslint octollm/no-silent-catch: 0 */',
    drop,
  ],
  ['words that only look like a comment of the linter', [2], '// eslinter: eslint-disable-next-line', drop],
];

describe('comments of ESLint silence the audit as they silence ESLint', () => {
  it.each(cases)('%s', (_, lines, ...text) => {
    const reported = getReported(auditText('a.ts', text.join('\n')));
    expect(reported).toEqual(lintWithESLint('a.ts', text.join('\n')));
    expect([...new Set(reported.map(({ line }) => line))]).toEqual(lines);
  });
});
