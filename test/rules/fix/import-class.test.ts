import { describe, expect, test } from 'vitest';
import { importClass } from '../../../rules/fix/import-class.ts';
import { readSource } from '../../support/read-source.ts';
import { applyEdits, fixer } from './apply-edits.ts';

/** The file after `GoneError` of `@acme/errors` was brought in, and the name it then has. */
function bringIn(code: string, filename?: string): { readonly local: string; readonly output: string } {
  const source = readSource(code, filename);
  const { local, edit } = importClass(source, '@acme/errors', 'GoneError');
  return { local, output: applyEdits(source, edit(fixer)) };
}

function outputOf(code: string, filename?: string): string {
  return bringIn(code, filename).output;
}

describe('a new import', () => {
  test('stands first in a file without imports', () => {
    expect(outputOf('throw 1;\n')).toBe("import { GoneError } from '@acme/errors';\n\nthrow 1;\n");
  });

  test('stands behind the last import', () => {
    expect(outputOf("import a from 'a';\nimport b from 'b';\n\nthrow 1;\n")).toBe(
      "import a from 'a';\nimport b from 'b';\nimport { GoneError } from '@acme/errors';\n\nthrow 1;\n",
    );
  });

  test.each([
    ["import 'a'; // why\nthrow 1;", "import 'a'; // why\nimport { GoneError } from '@acme/errors';\nthrow 1;"],
    ["import 'a'; /* why */\nthrow 1;", "import 'a'; /* why */\nimport { GoneError } from '@acme/errors';\nthrow 1;"],
  ])('leaves the comment behind the last import on its line: %s', (code, output) => {
    expect(outputOf(code)).toBe(output);
  });

  test('parts an import from the statement on its line', () => {
    expect(outputOf("import 'a'; throw 1;")).toBe("import 'a';\nimport { GoneError } from '@acme/errors'; throw 1;");
  });

  test('stands behind a directive', () => {
    expect(outputOf("'use strict';\n\nthrow 1;\n")).toBe(
      "'use strict';\n\nimport { GoneError } from '@acme/errors';\n\nthrow 1;\n",
    );
  });

  test('stands behind several directives', () => {
    expect(outputOf("'use client';\n'use strict'; // both\nthrow 1;\n")).toBe(
      "'use client';\n'use strict'; // both\nimport { GoneError } from '@acme/errors';\n\nthrow 1;\n",
    );
  });

  test('stands behind a hashbang', () => {
    expect(outputOf('#!/usr/bin/env node\nthrow 1;\n')).toBe(
      "#!/usr/bin/env node\nimport { GoneError } from '@acme/errors';\n\nthrow 1;\n",
    );
  });

  test('stands behind a licence', () => {
    expect(outputOf('/* Licence */\n\nthrow 1;\n')).toBe(
      "/* Licence */\n\nimport { GoneError } from '@acme/errors';\n\nthrow 1;\n",
    );
  });

  test('stands in front of the comment of the first statement', () => {
    expect(outputOf('/** Throws. */\nfunction f() { throw 1; }\n')).toBe(
      "import { GoneError } from '@acme/errors';\n\n/** Throws. */\nfunction f() { throw 1; }\n",
    );
  });

  test('fits a file with a hashbang, a licence and a directive', () => {
    expect(outputOf("#!/usr/bin/env node\n/* Licence */\n\n'use strict';\nthrow 1;\n")).toBe(
      "#!/usr/bin/env node\n/* Licence */\n\n'use strict';\nimport { GoneError } from '@acme/errors';\n\nthrow 1;\n",
    );
  });

  test('is the whole of an empty file', () => {
    expect(outputOf('')).toBe("import { GoneError } from '@acme/errors'\n");
  });
});

describe('the style of the file', () => {
  test('double quotes of the imports', () => {
    expect(outputOf('import a from "a";\nthrow \'m\';\n')).toContain('import { GoneError } from "@acme/errors";');
  });

  test('double quotes of the file', () => {
    expect(outputOf('throw "m" + "n";\n')).toContain('import { GoneError } from "@acme/errors";');
  });

  test('no semicolons', () => {
    expect(outputOf("import a from 'a'\nthrow 1\n")).toBe(
      "import a from 'a'\nimport { GoneError } from '@acme/errors'\nthrow 1\n",
    );
  });

  test('no semicolons, in a file without imports', () => {
    expect(outputOf('for (;;) throw 1\n')).toBe("import { GoneError } from '@acme/errors'\n\nfor (;;) throw 1\n");
  });

  test('semicolons inside one line', () => {
    expect(outputOf('function f() { throw 1; }\n')).toContain("'@acme/errors';\n");
  });

  test('CRLF', () => {
    expect(outputOf("import a from 'a';\r\n\r\nthrow 1;\r\n")).toBe(
      "import a from 'a';\r\nimport { GoneError } from '@acme/errors';\r\n\r\nthrow 1;\r\n",
    );
  });

  test('CommonJS', () => {
    expect(outputOf("'use strict';\nconst a = require('a');\nthrow 1;\n", 'src/example.cjs')).toBe(
      "'use strict';\nconst a = require('a');\nconst { GoneError } = require('@acme/errors');\nthrow 1;\n",
    );
  });

  test('CommonJS that only exports', () => {
    expect(outputOf('module.exports = () => { throw 1; };\n', 'src/example.js')).toContain(
      "const { GoneError } = require('@acme/errors');\n",
    );
  });

  test('TypeScript that imports by assignment', () => {
    expect(outputOf("import a = require('a');\nthrow 1;\n")).toContain("import { GoneError } from '@acme/errors';");
  });

  test('a module that calls `require` stays a module', () => {
    expect(outputOf("import a from 'a';\nconst b = require('b');\n")).toContain(
      "import { GoneError } from '@acme/errors';",
    );
  });
});

describe('an import that is there', () => {
  test.each([
    ["import { GoneError } from '@acme/errors';\nthrow 1;\n", 'GoneError'],
    ["import { GoneError as Gone } from '@acme/errors';\nthrow 1;\n", 'Gone'],
    ["import base, { GoneError } from '@acme/errors';\nthrow 1;\n", 'GoneError'],
    ["import * as errors from '@acme/errors';\nthrow 1;\n", 'errors.GoneError'],
    ["const { GoneError } = require('@acme/errors');\nthrow 1;\n", 'GoneError'],
    ["const { GoneError: Gone } = require('@acme/errors');\nthrow 1;\n", 'Gone'],
    ["const errors = require('@acme/errors');\nthrow 1;\n", 'errors.GoneError'],
  ])('serves as it is: %s', (code, local) => {
    expect(bringIn(code)).toEqual({ local, output: code });
  });

  test.each([
    ["import { LostError } from '@acme/errors';", "import { LostError, GoneError } from '@acme/errors';"],
    ["import { LostError, } from '@acme/errors';", "import { LostError, GoneError, } from '@acme/errors';"],
    ["import base, { LostError } from '@acme/errors';", "import base, { LostError, GoneError } from '@acme/errors';"],
    [
      "import {\n  LostError, // lost\n} from '@acme/errors';",
      "import {\n  LostError, // lost\n  GoneError,\n} from '@acme/errors';",
    ],
    ["import base from '@acme/errors';", "import base, { GoneError } from '@acme/errors';"],
    ["import { type Kind } from '@acme/errors';", "import { type Kind, GoneError } from '@acme/errors';"],
    ["const { LostError } = require('@acme/errors');", "const { LostError, GoneError } = require('@acme/errors');"],
  ])('is extended: %s', (code, output) => {
    expect(bringIn(`${code}\nthrow 1;\n`)).toEqual({ local: 'GoneError', output: `${output}\nthrow 1;\n` });
  });

  test.each([
    ["import { type GoneError as Type } from '@acme/errors';", "import { GoneError as Type } from '@acme/errors';"],
    ["import type { GoneError as Type } from '@acme/errors';", "import { GoneError as Type } from '@acme/errors';"],
  ])('as a type alone becomes a value: %s', (code, output) => {
    expect(bringIn(`${code}\nthrow 1;\n`)).toEqual({ local: 'Type', output: `${output}\nthrow 1;\n` });
  });

  test.each([
    "import type { LostError } from '@acme/errors';",
    "import '@acme/errors';",
    "import { GoneError as Other } from '@acme/others';",
  ])('of another kind gets company: %s', (code) => {
    expect(bringIn(`${code}\nthrow 1;\n`)).toEqual({
      local: 'GoneError',
      output: `${code}\nimport { GoneError } from '@acme/errors';\nthrow 1;\n`,
    });
  });
});

describe('a name that is taken', () => {
  test('by a class of the file', () => {
    expect(bringIn('class GoneError {}\n')).toEqual({
      local: 'OctoLLMGoneError',
      output: "import { GoneError as OctoLLMGoneError } from '@acme/errors'\n\nclass GoneError {}\n",
    });
  });

  test('by an import of another module', () => {
    expect(bringIn("import { GoneError } from 'gone';\n")).toEqual({
      local: 'OctoLLMGoneError',
      output: "import { GoneError } from 'gone';\nimport { GoneError as OctoLLMGoneError } from '@acme/errors';\n",
    });
  });

  test('by a parameter somewhere below', () => {
    expect(bringIn('function f(GoneError) { throw 1; }\n').local).toBe('OctoLLMGoneError');
  });

  test('in CommonJS', () => {
    expect(outputOf("const { GoneError } = require('gone');\n", 'src/example.cjs')).toBe(
      "const { GoneError } = require('gone');\nconst { GoneError: OctoLLMGoneError } = require('@acme/errors');\n",
    );
  });

  test('but not by a property or a text', () => {
    expect(bringIn('gone.GoneError = "GoneError"; throw { GoneError: 1 };\n').local).toBe('GoneError');
  });
});
