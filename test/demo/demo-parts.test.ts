import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { listChangedLines } from '../../docs/scripts/demo/changed-lines.ts';
import { describeMissing, findMissingParts } from '../../docs/scripts/demo/check-parts.ts';
import { chooseFindings } from '../../docs/scripts/demo/choose-findings.ts';
import { createCodeFrame } from '../../docs/scripts/demo/code-frame.ts';
import { runAudit } from '../../docs/scripts/demo/run-audit.ts';
import { createScreen } from '../../docs/scripts/demo/screen.ts';
import { wrapText } from '../../docs/scripts/demo/wrap-text.ts';

describe('a code frame', () => {
  const range = { line: 2, column: 9, endLine: 2, endColumn: 23 };

  test('underlines the range and shows the lines around it', () => {
    const source = 'try {\n  throw new Error("a");\n}\nafter();\nfar();';
    expect(createCodeFrame(source, range)).toEqual([
      { number: 1, text: 'try {', squiggle: '' },
      { number: 2, text: '  throw new Error("a");', squiggle: '        ~~~~~~~~~~~~~~' },
      { number: 3, text: '}', squiggle: '' },
      { number: 4, text: 'after();', squiggle: '' },
    ]);
  });

  test('keeps the underline below its text behind tabs', () => {
    const [, line] = createCodeFrame('try {\r\n\t\tthrow new Error();\r\n}', { ...range, endColumn: 20 });
    expect(line).toEqual({ number: 2, text: '    throw new Error();', squiggle: '          ~~~~~~~~~~~' });
  });

  test('underlines each line of a longer range without its indentation', () => {
    const source = 'throw new Error(\n  text,\n);';
    const squiggles = createCodeFrame(source, { line: 1, column: 7, endLine: 3, endColumn: 2 });
    expect(squiggles.map(({ squiggle }) => squiggle)).toEqual(['      ~~~~~~~~~~', '  ~~~~~', '~']);
  });

  test('shows the head of a range that is too long', () => {
    const source = Array.from({ length: 20 }, (_, index) => `line${index + 1}();`).join('\n');
    const frame = createCodeFrame(source, { line: 1, column: 1, endLine: 20, endColumn: 3 });
    expect(frame.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(frame.filter(({ squiggle }) => squiggle !== '')).toHaveLength(4);
  });

  test('leaves blank lines at its ends out', () => {
    expect(createCodeFrame('\nthrow 1;\n\n', { line: 2, column: 1, endLine: 2, endColumn: 6 })).toHaveLength(1);
  });
});

describe('the lines that an edit changes', () => {
  test('one line', () => {
    expect(listChangedLines('a();\nb();\n', { range: [5, 6], text: 'c' })).toEqual([{ number: 2, text: 'c();' }]);
  });

  test('lines far apart in one edit, by their numbers afterwards, without the blank ones', () => {
    const edit = { range: [0, 9] as const, text: "import x from 'x';\n\na();\nc()" };
    expect(listChangedLines('a();\nb();\n', { ...edit, range: [0, 8] })).toEqual([
      { number: 1, text: "import x from 'x';" },
      { number: 4, text: 'c();' },
    ]);
  });

  test('an edit that changes nothing', () => {
    expect(listChangedLines('a();\n', { range: [0, 1], text: 'a' })).toEqual([]);
  });
});

describe('text on the screen', () => {
  test('breaks at spaces, never inside code', () => {
    expect(wrapText('say why with `// expected: reason` here', 20)).toEqual([
      'say why with',
      '`// expected: reason`',
      'here',
    ]);
  });

  test('lets a word that is too long stand alone', () => {
    expect(wrapText('a loooooong b', 4)).toEqual(['a', 'loooooong', 'b']);
  });

  test.each([
    ['nowhere but on a terminal', { isTTY: false, environment: { FORCE_COLOR: '1' }, hasColors: false }],
    ['not with NO_COLOR', { isTTY: true, environment: { NO_COLOR: '1' }, hasColors: false }],
    ['not on a dumb terminal', { isTTY: true, environment: { TERM: 'dumb' }, hasColors: false }],
  ])('has colours %s', (_, { isTTY, environment, hasColors }) => {
    const stream = Object.assign(new PassThrough(), { isTTY });
    expect(createScreen(stream, environment).paint('red', 'x') !== 'x').toBe(hasColors);
  });
});

describe('what is missing', () => {
  const gone = { name: 'not-there', version: '1.0.0', root: 'src', sets: [] };

  test('nothing', () => {
    expect(findMissingParts(['package.json'], [])).toEqual([]);
  });

  test('a build and a package, told in one sentence with what to run', () => {
    expect(describeMissing(findMissingParts(['dist/none.js'], [gone]))).toBe(
      'Cannot run the demo: `dist/none.js`, `not-there@1.0.0` not found; run `npm ci && npm run build` and try again.',
    );
  });

  test('a package alone', () => {
    expect(describeMissing(findMissingParts([], [gone]))).toBe(
      'Cannot run the demo: `not-there@1.0.0` not found; run `npm ci` and try again.',
    );
  });

  test('a finding of a kind', () => {
    expect(() => chooseFindings([], 90)).toThrow(/^Cannot show a finding of octollm\/no-silent-fallback or /);
  });

  test('a folder to audit: what the command says comes along', async () => {
    await expect(runAudit('no/such/folder')).rejects.toThrow(
      /^Cannot run `octollm audit no\/such\/folder --format json` \(exit code 3\): octollm: .*no\/such\/folder/,
    );
  });
});
