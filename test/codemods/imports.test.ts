import { describe, expect, test } from 'vitest';
import { runImports, type ImportTask } from './support/plan-imports.ts';

const gone: ImportTask = { names: ['GoneError of @acme/errors'] };
const statement = "import { GoneError } from '@acme/errors';";
const required = "const { GoneError } = require('@acme/errors');";

function bringIn(code: string, task: ImportTask = gone): string {
  return runImports(code, task).output;
}

function localOf(code: string, task: ImportTask = gone): string | undefined {
  return runImports(code, task).locals[0];
}

describe('a new import', () => {
  test.each([
    ['stands first, before an empty line', 'throw 1;\n', `${statement}\n\nthrow 1;\n`],
    [
      'goes before the comment of the first statement',
      '/** Throws. */\nf();\n',
      `${statement}\n\n/** Throws. */\nf();\n`,
    ],
    [
      'stands behind the last import',
      "import a from 'a';\nimport b from 'b';\n\nf();\n",
      `import a from 'a';\nimport b from 'b';\n${statement}\n\nf();\n`,
    ],
    ['adds no empty line behind the last import', "import 'a';\nf();\n", `import 'a';\n${statement}\nf();\n`],
    ['stands behind an import at the end of the file', "import 'a';", `import 'a';\n${statement}`],
    [
      'leaves a comment on the line of the last import',
      "import 'a'; // why\nf();\n",
      `import 'a'; // why\n${statement}\nf();\n`,
    ],
    ['leaves a block comment there', "import 'a'; /* why */\nf();\n", `import 'a'; /* why */\n${statement}\nf();\n`],
    ['leaves two comments there', "import 'a'; /* a */ // b\nf();\n", `import 'a'; /* a */ // b\n${statement}\nf();\n`],
    [
      'leaves a long comment there',
      "import 'a'; /* a\n * b */\nf();\n",
      `import 'a'; /* a\n * b */\n${statement}\nf();\n`,
    ],
    ['parts an import from the statement on its line', "import 'a'; f();\n", `import 'a';\n${statement} f();\n`],
    [
      'stands behind the last import, wherever that is',
      "f();\nimport 'a';\ng();\n",
      `f();\nimport 'a';\n${statement}\ng();\n`,
    ],
    ['takes the indentation of the imports', "  import 'a';\n  f();\n", `  import 'a';\n  ${statement}\n  f();\n`],
    [
      'stands behind imports by assignment',
      "import a = require('a');\nf();\n",
      `import a = require('a');\n${statement}\nf();\n`,
    ],
  ])('%s', (_, code, output) => {
    expect(bringIn(code)).toBe(output);
  });

  test('serves several names, in the order of the alphabet', () => {
    const names = ['b of m', 'a of m', 'c of l'];
    expect(bringIn('f();\n', { names })).toBe("import { c } from 'l';\nimport { a, b } from 'm';\n\nf();\n");
  });
});

describe('what has to stand first stays first', () => {
  test.each([
    ['a byte order mark', '\ufefff();\n', `\ufeff${statement}\n\nf();\n`],
    ['a hashbang', '#!/usr/bin/env node\nf();\n', `#!/usr/bin/env node\n${statement}\n\nf();\n`],
    [
      'a hashbang before an import',
      "#!/usr/bin/env node\nimport 'a';\n",
      `#!/usr/bin/env node\nimport 'a';\n${statement}\n`,
    ],
    ['a hashbang and nothing else', '#!/usr/bin/env node', `#!/usr/bin/env node\n${statement}\n`],
    ['a mark and a hashbang', '\ufeff#!/usr/bin/env node\nf();\n', `\ufeff#!/usr/bin/env node\n${statement}\n\nf();\n`],
    ['a directive', "'use strict';\n\nf();\n", `'use strict';\n\n${statement}\n\nf();\n`],
    ['a directive right above the code', "'use client';\nf();\n", `'use client';\n${statement}\n\nf();\n`],
    [
      'two directives with a comment',
      "'use client';\n'use strict'; // both\nf();\n",
      `'use client';\n'use strict'; // both\n${statement}\n\nf();\n`,
    ],
    ['a directive on the line of the code', "'use strict'; f();\n", `'use strict';\n${statement}\n\nf();\n`],
    ['a licence', '/* Licence */\n\nf();\n', `/* Licence */\n\n${statement}\n\nf();\n`],
    [
      'a licence right above the code',
      '// Copyright Acme\n// MIT License\nf();\n',
      `// Copyright Acme\n// MIT License\n${statement}\n\nf();\n`,
    ],
    [
      'a licence and a comment of the code',
      '/*! MIT License */\n\n/** Fs. */\nf();\n',
      `/*! MIT License */\n\n${statement}\n\n/** Fs. */\nf();\n`,
    ],
    ['what switches a type check off', '// @ts-nocheck\nf();\n', `// @ts-nocheck\n${statement}\n\nf();\n`],
    [
      'what switches a linter off',
      '/* eslint-disable no-var */\nf();\n',
      `/* eslint-disable no-var */\n${statement}\n\nf();\n`,
    ],
    [
      'a reference',
      '/// <reference types="node" />\nf();\n',
      `/// <reference types="node" />\n${statement.replaceAll("'", '"')}\n\nf();\n`,
    ],
    [
      'all of it',
      "#!/usr/bin/env node\n/* Licence */\n\n'use strict';\n\nf();\n",
      `#!/usr/bin/env node\n/* Licence */\n\n'use strict';\n\n${statement}\n\nf();\n`,
    ],
    [
      'but not what is for the next line',
      '// eslint-disable-next-line no-undef\nf();\n',
      `${statement}\n\n// eslint-disable-next-line no-undef\nf();\n`,
    ],
  ])('%s', (_, code, output) => {
    expect(bringIn(code)).toBe(output);
  });
});

describe('the style of the file', () => {
  test.each([
    [
      'double quotes',
      'import a from "a";\nf();\n',
      'import a from "a";\nimport { GoneError } from "@acme/errors";\nf();\n',
    ],
    ['no semicolons', "import a from 'a'\nf()\n", "import a from 'a'\nimport { GoneError } from '@acme/errors'\nf()\n"],
    [
      'no semicolons, and one that begins a line',
      "import a from 'a'\n;[1].map(a)\n",
      "import a from 'a'\nimport { GoneError } from '@acme/errors'\n;[1].map(a)\n",
    ],
    [
      'no spaces in braces',
      "import {a} from 'a';\nf();\n",
      "import {a} from 'a';\nimport {GoneError} from '@acme/errors';\nf();\n",
    ],
    ['CRLF', "import a from 'a';\r\n\r\nf();\r\n", `import a from 'a';\r\n${statement}\r\n\r\nf();\r\n`],
    [
      'CRLF in a file without imports',
      '// Copyright\r\n\r\nf();\r\n',
      `// Copyright\r\n\r\n${statement}\r\n\r\nf();\r\n`,
    ],
  ])('%s', (_, code, output) => {
    expect(bringIn(code)).toBe(output);
  });
});

describe('files that printers damage', () => {
  test('mixed line ends stay as they are, and the new line ends as most do', () => {
    expect(bringIn("import a from 'a';\r\nimport b from 'b';\n\nf();\n")).toBe(
      `import a from 'a';\r\nimport b from 'b';\n${statement}\n\nf();\n`,
    );
  });

  test('a cast behind an arrow keeps its brackets', () => {
    const code = "import a from 'a';\n\nconst f = () => ({ a }) as T;\n";
    expect(bringIn(code)).toBe(`import a from 'a';\n${statement}\n\nconst f = () => ({ a }) as T;\n`);
  });

  test('decorators stay where they are', () => {
    expect(bringIn('@a\nexport class A {\n  @b() c = 1;\n}\n')).toBe(
      `${statement}\n\n@a\nexport class A {\n  @b() c = 1;\n}\n`,
    );
  });

  test.each([
    "import a from 'a' with { type: 'json' };",
    "import defer * as a from 'a';",
    "import type a = require('a');",
    "declare module 'a' {\n  import b from 'b';\n}\nimport c from 'c';",
  ])('behind %s', (code) => {
    expect(bringIn(`${code}\nf();\n`)).toBe(`${code}\n${statement}\nf();\n`);
  });

  test('of two imports of a module the one for values takes the name in', () => {
    expect(bringIn("import type { A } from '@acme/errors';\nimport { b } from '@acme/errors';\nf();\n")).toBe(
      "import type { A } from '@acme/errors';\nimport { b, GoneError } from '@acme/errors';\nf();\n",
    );
  });

  test('TypeScript for Node as a module, and as CommonJS', () => {
    expect(bringIn('f();\n', { ...gone, path: 'src/example.mts' })).toBe(`${statement}\n\nf();\n`);
    expect(bringIn('f();\n', { ...gone, path: 'src/example.cts' })).toBe(`${required}\n\nf();\n`);
  });
});

describe('CommonJS', () => {
  const cjs = { ...gone, path: 'src/example.cjs' };

  test.each([
    [
      'stands behind the first requires',
      "const a = require('a');\nf();\nconst b = require('b');\n",
      `const a = require('a');\n${required}\nf();\nconst b = require('b');\n`,
    ],
    [
      'stands behind a require that is called',
      "const a = require('a')('b');\n\nf();\n",
      `const a = require('a')('b');\n${required}\n\nf();\n`,
    ],
    ['stands behind a require for its effect', "require('a');\n\nf();\n", `require('a');\n${required}\n\nf();\n`],
    [
      'declares as the file does',
      "var a = require('a');\n\nf();\n",
      `var a = require('a');\n${required.replace('const', 'var')}\n\nf();\n`,
    ],
    [
      'stands behind a directive',
      "'use strict';\n\nmodule.exports = f;\n",
      `'use strict';\n\n${required}\n\nmodule.exports = f;\n`,
    ],
    ['is there in a file without requires', 'f();\n', `${required}\n\nf();\n`],
  ])('%s', (_, code, output) => {
    expect(bringIn(code, cjs)).toBe(output);
  });

  test('a JavaScript file without any import is what its package is', () => {
    const js = { ...gone, path: 'src/example.js' };
    expect(bringIn('f();\n', { ...js, usesModules: false })).toContain(required);
    expect(bringIn('f();\n', { ...js, usesModules: true })).toContain(statement);
  });

  test('a module that calls `require` stays a module', () => {
    expect(bringIn("import a from 'a';\nconst b = require('b');\n")).toContain(statement);
  });

  test('an alias', () => {
    const code = "const { GoneError } = require('gone');\n\nf();\n";
    expect(bringIn(code, cjs)).toBe(
      "const { GoneError } = require('gone');\nconst { GoneError: OctoLLMGoneError } = require('@acme/errors');\n\nf();\n",
    );
  });
});

describe('an import that is there', () => {
  test.each([
    ["import { GoneError } from '@acme/errors';", 'GoneError'],
    ["import { GoneError as Gone } from '@acme/errors';", 'Gone'],
    ["import { 'GoneError' as Gone } from '@acme/errors';", 'Gone'],
    ["import * as errors from '@acme/errors';", 'errors.GoneError'],
    ["import base, * as errors from '@acme/errors';", 'errors.GoneError'],
    ["import errors = require('@acme/errors');", 'errors.GoneError'],
    ["const { GoneError } = require('@acme/errors');", 'GoneError'],
    ["const { GoneError: Gone } = require('@acme/errors');", 'Gone'],
    ["const errors = require('@acme/errors');", 'errors.GoneError'],
    ["const Gone = require('@acme/errors').GoneError;", 'Gone'],
  ])('serves as it is: %s', (code, local) => {
    expect(runImports(`${code}\nf();\n`, gone)).toEqual({ locals: [local], output: `${code}\nf();\n` });
  });

  test.each([
    ["import { Lost } from '@acme/errors';", "import { Lost, GoneError } from '@acme/errors';"],
    ["import { Lost, } from '@acme/errors';", "import { Lost, GoneError, } from '@acme/errors';"],
    ["import {Lost} from '@acme/errors';", "import {Lost, GoneError} from '@acme/errors';"],
    ["import { Lost /* soon */ } from '@acme/errors';", "import { Lost /* soon */, GoneError } from '@acme/errors';"],
    ["import { /* , } */ Lost } from '@acme/errors';", "import { /* , } */ Lost, GoneError } from '@acme/errors';"],
    ["import {} from '@acme/errors';", "import { GoneError } from '@acme/errors';"],
    ["import base, { Lost } from '@acme/errors';", "import base, { Lost, GoneError } from '@acme/errors';"],
    ["import base from '@acme/errors';", "import base, { GoneError } from '@acme/errors';"],
    ["import { type Kind } from '@acme/errors';", "import { type Kind, GoneError } from '@acme/errors';"],
    ["import { type GoneError } from '@acme/errors';", "import { GoneError } from '@acme/errors';"],
    ["import type { GoneError } from '@acme/errors';", "import { GoneError } from '@acme/errors';"],
    ["const { Lost } = require('@acme/errors');", "const { Lost, GoneError } = require('@acme/errors');"],
    ["import {\n  Lost,\n} from '@acme/errors';", "import {\n  Lost,\n  GoneError,\n} from '@acme/errors';"],
    ["import {\n  Lost\n} from '@acme/errors';", "import {\n  Lost,\n  GoneError\n} from '@acme/errors';"],
    [
      "import {\n  Lost, // lost\n} from '@acme/errors';",
      "import {\n  Lost, // lost\n  GoneError,\n} from '@acme/errors';",
    ],
    [
      "import {\n  Lost // lost\n} from '@acme/errors';",
      "import {\n  Lost, // lost\n  GoneError\n} from '@acme/errors';",
    ],
    [
      "import {\n\tLost,\n\t// the end\n} from '@acme/errors';",
      "import {\n\tLost,\n\tGoneError,\n\t// the end\n} from '@acme/errors';",
    ],
    ["const {\n  Lost,\n} = require('@acme/errors');", "const {\n  Lost,\n  GoneError,\n} = require('@acme/errors');"],
    [
      "import {\r\n  Lost,\r\n} from '@acme/errors';\r\n",
      "import {\r\n  Lost,\r\n  GoneError,\r\n} from '@acme/errors';\r\n",
    ],
  ])('takes the name in: %s', (code, output) => {
    expect(runImports(`${code}\nf();\n`, gone)).toEqual({ locals: ['GoneError'], output: `${output}\nf();\n` });
  });

  test.each([
    "import type { Lost } from '@acme/errors';",
    "import type * as errors from '@acme/errors';",
    "import '@acme/errors';",
    "import { Lost } from '@acme/others';",
    "export { Lost } from '@acme/errors';",
    "const { Lost, ...others } = require('@acme/errors');\nexport {};",
  ])('of another kind gets company: %s', (code) => {
    const { locals, output } = runImports(`${code}\nf();\n`, gone);
    expect(locals).toEqual(['GoneError']);
    expect(output).toContain(code.split('\n')[0]);
    expect(output).toContain(statement);
  });
});

describe('a name for the types alone', () => {
  const type: ImportTask = { names: ['type Kind of @acme/errors'] };

  test.each([
    ['f();', "import type { Kind } from '@acme/errors';\n\nf();"],
    ["import type { Lost } from '@acme/errors';", "import type { Lost, Kind } from '@acme/errors';"],
    ["import { Lost } from '@acme/errors';", "import { Lost, type Kind } from '@acme/errors';"],
    ["import type { Kind } from '@acme/errors';", "import type { Kind } from '@acme/errors';"],
    ["import type * as errors from '@acme/errors';", "import type * as errors from '@acme/errors';"],
    ["import { Kind } from '@acme/errors';", "import { Kind } from '@acme/errors';"],
  ])('%s', (code, output) => {
    expect(bringIn(`${code}\nf();\n`, type)).toBe(`${output}\nf();\n`);
  });

  test('comes with a value in one statement', () => {
    const names = ['type Kind of m', 'Gone of m'];
    expect(bringIn('f();\n', { names })).toBe("import { Gone, type Kind } from 'm';\n\nf();\n");
  });

  test('that is used as a value, too, comes as a value', () => {
    const names = ['type Gone of m', 'Gone of m'];
    expect(bringIn('f();\n', { names })).toBe("import { Gone } from 'm';\n\nf();\n");
  });
});

describe('a name that is taken', () => {
  test.each([
    ['by a class of the file', 'class GoneError {}\n'],
    ['by an import of another module', "import { GoneError } from 'gone';\n"],
    ['by a parameter somewhere below', 'function f(GoneError) {}\n'],
    ['by a type', 'type GoneError = string;\n'],
    ['as a global', 'throw new GoneError();\n'],
    ['by a global type', 'let a: GoneError;\n'],
    ['by an export', "export { GoneError } from 'gone';\n"],
    ['by an export under that name', 'class Gone {}\nexport { Gone as GoneError };\n'],
    ['by a namespace export', "export * as GoneError from 'gone';\n"],
  ])('%s', (_, code) => {
    const { locals, output } = runImports(code, gone);
    expect(locals).toEqual(['OctoLLMGoneError']);
    expect(output).toContain("import { GoneError as OctoLLMGoneError } from '@acme/errors';");
  });

  test('but not by a property or a text', () => {
    expect(localOf('gone.GoneError = "GoneError"; f({ GoneError: 1 });\n')).toBe('GoneError');
  });

  test('by another request', () => {
    const names = ['Gone of a', 'Gone of b', 'Gone of a'];
    expect(runImports('f();\n', { names })).toEqual({
      locals: ['Gone', 'OctoLLMGone', 'Gone'],
      output: "import { Gone } from 'a';\nimport { Gone as OctoLLMGone } from 'b';\n\nf();\n",
    });
  });

  test('a function says where it is from in its own case', () => {
    expect(localOf('function retry() {}\n', { names: ['retry of m'] })).toBe('octollmRetry');
  });

  test('an import that a scope below hides comes again under another name', () => {
    const code = "import { GoneError } from '@acme/errors';\nfunction f(GoneError) {}\n";
    expect(runImports(code, gone)).toEqual({
      locals: ['OctoLLMGoneError'],
      output: "import { GoneError, GoneError as OctoLLMGoneError } from '@acme/errors';\nfunction f(GoneError) {}\n",
    });
  });
});
