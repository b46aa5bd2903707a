import { describe, expect, test } from 'vitest';
import { runImports, type ImportTask } from './support/plan-imports.ts';

const replace = { 'old()': 'f()' };
const old: ImportTask = { replace, releases: ['old'] };
const gone: ImportTask = { names: ['GoneError of @acme/errors'] };
const statement = "import { GoneError } from '@acme/errors';";

function bringIn(code: string, task: ImportTask): string {
  return runImports(code, task).output;
}

describe('an import that nothing uses any more', () => {
  test.each([
    ['goes with its line', "import old from 'old';\nimport a from 'a';\n\nold();\n", "import a from 'a';\n\nf();\n"],
    ['goes with the empty line behind it', "import old from 'old';\n\nold();\n", 'f();\n'],
    [
      'goes between others',
      "import a from 'a';\nimport old from 'old';\nimport b from 'b';\n\nold();\n",
      "import a from 'a';\nimport b from 'b';\n\nf();\n",
    ],
    [
      'goes from a line that it shares',
      "import old from 'old'; import a from 'a';\nold();\n",
      " import a from 'a';\nf();\n",
    ],
    ['leaves the licence', "/* MIT License */\nimport old from 'old';\n\nold();\n", '/* MIT License */\n\nf();\n'],
    ['leaves a hashbang', "#!/usr/bin/env node\nimport old from 'old';\n\nold();\n", '#!/usr/bin/env node\n\nf();\n'],
    ['goes as a namespace', "import * as old from 'old';\nold();\n", 'f();\n'],
    ['goes as a require', "const old = require('old');\nold();\n", 'f();\n'],
    [
      'leaves its neighbours in the list',
      "import { a, old, b } from 'old';\nold();\n",
      "import { a, b } from 'old';\nf();\n",
    ],
    ['leaves those before it', "import { a, old } from 'old';\nold();\n", "import { a } from 'old';\nf();\n"],
    ['leaves those behind it', "import { old, a } from 'old';\nold();\n", "import { a } from 'old';\nf();\n"],
    ['leaves the default', "import a, { old } from 'old';\nold();\n", "import a from 'old';\nf();\n"],
    ['leaves the list', "import old, { a } from 'old';\nold();\n", "import { a } from 'old';\nf();\n"],
    ['leaves the namespace', "import old, * as a from 'old';\nold();\n", "import * as a from 'old';\nf();\n"],
    [
      'leaves the lines of the others',
      "import {\n  a,\n  old,\n  b,\n} from 'old';\nold();\n",
      "import {\n  a,\n  b,\n} from 'old';\nf();\n",
    ],
    [
      'leaves the lines before it',
      "import {\n  a,\n  old,\n} from 'old';\nold();\n",
      "import {\n  a,\n} from 'old';\nf();\n",
    ],
    [
      'leaves the others of a pattern',
      "const { old, a } = require('old');\nold();\n",
      "const { a } = require('old');\nf();\n",
    ],
    [
      'leaves a semicolon that begins a line',
      "import a from 'a'\nimport old from 'old'\n;[1].map(a)\nold()\n",
      "import a from 'a'\n;[1].map(a)\nf()\n",
    ],
    ['leaves CRLF', "import old from 'old';\r\nimport a from 'a';\r\nold();\r\n", "import a from 'a';\r\nf();\r\n"],
  ])('%s', (_, code, output) => {
    expect(bringIn(code, old)).toBe(output);
  });

  test('goes together with others', () => {
    const code = "import { old, a, other } from 'old';\nold(); other();\n";
    const task = { replace: { 'old()': 'f()', 'other()': 'g()' }, releases: ['old', 'other'] };
    expect(bringIn(code, task)).toBe("import { a } from 'old';\nf(); g();\n");
  });

  test.each([
    ['something else uses it', "import old from 'old';\nold(); g(old);\n"],
    ['a type uses it', "import { old } from 'old';\nold(); let a: old;\n"],
    ['the file exports it', "import { old } from 'old';\nold();\nexport { old };\n"],
    ['a comment stands in it', "import old /* why */ from 'old';\nold();\n"],
    ['a comment stands behind it', "import old from 'old'; // why\nold();\n"],
    ['a comment stands above it', "import a from 'a';\n// why\nimport old from 'old';\nold();\n"],
    ['it is one of several declarations', "const old = require('old'), a = require('a');\nold();\n"],
  ])('stays where %s', (_, code) => {
    expect(bringIn(code, old)).toBe(code.replace('old();', 'f();'));
  });

  test('stays where the new text uses it', () => {
    const code = "import old from 'old';\nold();\n";
    expect(bringIn(code, { replace: { 'old()': 'f(old)' }, releases: ['old'] })).toBe(
      "import old from 'old';\nf(old);\n",
    );
  });

  test('stays where nobody gives it up', () => {
    const code = "import old from 'old';\nold();\n";
    expect(bringIn(code, { replace })).toBe("import old from 'old';\nf();\n");
  });

  test('leaves its place to the one that comes', () => {
    const code = "// Talks to Acme.\nimport old from 'old';\n\nold();\n";
    expect(bringIn(code, { ...old, ...gone })).toBe(`// Talks to Acme.\n${statement}\n\nf();\n`);
  });

  test('leaves its place to two that come', () => {
    const code = "import a from 'a'\nimport old from 'old'\n;[1].map(a)\nold()\n";
    expect(bringIn(code, { ...old, names: ['x of m', 'y of n'] })).toBe(
      "import a from 'a'\nimport { x } from 'm'\nimport { y } from 'n'\n;[1].map(a)\nf()\n",
    );
  });

  test('goes although another place takes the new one', () => {
    const code = "import old from 'old';\nimport a from 'a';\n\nold();\n";
    expect(bringIn(code, { ...old, ...gone })).toBe(`import a from 'a';\n${statement}\n\nf();\n`);
  });
});
