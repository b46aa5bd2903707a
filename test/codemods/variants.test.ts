import { describe, expect, it } from 'vitest';
import { isSameProgram } from './support/variants/is-same-program.ts';
import { writeVariant } from './support/variants/variant.ts';
import { variants } from './support/variants/variants.ts';

/** Writes a text, as the input of a case, in the way whose name ends so. */
function write(name: string, text: string, path = 'a.ts'): string {
  const variant = variants.find((one) => one.name.endsWith(name));
  if (!variant) throw new Error(`There is no variant ${name}.`);
  const pair = writeVariant(variant, path, { input: text, expected: text });
  return typeof pair === 'string' ? pair : pair.input;
}

describe('with a byte order mark', () => {
  it('puts one before the text, once', () => {
    expect(write('mark', 'a();\n')).toBe('\ufeffa();\n');
    expect(write('mark', '\ufeffa();\n')).toBe('the input has nothing of it');
  });
});

describe('with line ends of Windows', () => {
  it('ends every line so, in templates too, where they count as one character all the same', () => {
    expect(write('Windows', 'a();\n// b\nc(`\n`);')).toBe('a();\r\n// b\r\nc(`\r\n`);');
  });

  it('is nothing for a single line', () => {
    expect(write('Windows', 'a();')).toBe('the input has nothing of it');
  });
});

describe('with tabs', () => {
  it('makes a tab of each step, and keeps what is between two', () => {
    expect(write('tabs', 'if (a) {\n  b(\n    c,\n  );\n  /*\n   * d\n   */\n}\n')).toBe(
      'if (a) {\n\tb(\n\t\tc,\n\t);\n\t/*\n\t * d\n\t */\n}\n',
    );
  });

  it('takes the step from the text', () => {
    expect(write('tabs', 'if (a) {\n    b();\n}\n')).toBe('if (a) {\n\tb();\n}\n');
  });

  it('leaves the lines of a template', () => {
    expect(write('tabs', 'if (a) {\n  b(`\n  c${d}\n  `);\n}\n')).toBe('if (a) {\n\tb(`\n  c${d}\n  `);\n}\n');
  });

  it('is another program where spaces are text of JSX', () => {
    expect(write('tabs', 'const a = (\n  <p>\n    b\n  </p>\n);\n', 'a.tsx')).toBe('it would be another program');
  });
});

describe('without semicolons', () => {
  it.each([
    [
      'at line ends',
      'import a from "a";\nexport const b = a();\nb();\n',
      'import a from "a"\nexport const b = a()\nb()\n',
    ],
    ['at the end of the file', 'a();', 'a()'],
    ['before a brace', 'try { a(); b(); } catch { throw c; }', 'try { a(); b() } catch { throw c }'],
    ['before comments', 'a(); // b\n/* c */ d();\n', 'a() // b\n/* c */ d()\n'],
    ['of fields and types', 'class A { a = 1;\n b = 2;\n}\ntype C = A;\n', 'class A { a = 1\n b = 2\n}\ntype C = A\n'],
  ])('takes them away %s', (_, text, expected) => {
    expect(write('semicolons', text)).toBe(expected);
  });

  it.each([
    ['brackets', 'b();\na();\n[1].map(a);\n', 'b()\na();\n[1].map(a)\n'],
    ['parentheses', 'b();\na(); // d\n(c)();\n', 'b()\na(); // d\n(c)()\n'],
    ['templates', 'b();\na();\n`c`.trim();\n', 'b()\na();\n`c`.trim()\n'],
    ['the parts of a loop', 'for (let i = 0; i < 1; i++);\na();\n', 'for (let i = 0; i < 1; i++);\na()\n'],
    ['members of an interface', 'interface A { b: C; }\na();\n', 'interface A { b: C; }\na()\n'],
  ])('keeps them before %s', (_, text, expected) => {
    expect(write('semicolons', text)).toBe(expected);
  });

  it('is another program where a field would turn into an accessor', () => {
    expect(write('semicolons', 'class A {\n  get;\n  b() {}\n}\n')).toBe('it would be another program');
  });
});

describe('with the other quotes', () => {
  it('swaps those of the text', () => {
    expect(write('quotes', `import a from 'a';\na('b', "c");\n`)).toBe(`import a from "a";\na("b", "c");\n`);
    expect(write('quotes', `import a from "a";\n`)).toBe(`import a from 'a';\n`);
  });

  it('leaves strings with a quote in them, attributes and templates', () => {
    const text = `import a from 'a';\na('"', 'it\\'s', \`'\`, <b c='d' />);\n`;
    expect(write('quotes', text, 'a.tsx')).toBe(text.replace(`'a'`, '"a"'));
  });
});

describe('the same program', () => {
  it.each([
    ['other places and quotes', `a('b');`, `a(  "b" )`, true],
    ['line ends', '`a\nb`', '`a\r\nb`', true],
    ['another string', `a('b');`, `a('c');`, false],
    ['another number of the same size', 'a(1n)', 'a(2n)', false],
    ['none at all', 'a(', 'a(', false],
  ])('%s', (_, first, second, isSame) => {
    expect(isSameProgram('a.ts', first, second)).toBe(isSame);
  });
});
