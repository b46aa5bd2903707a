import noGenericThrow from '../../rules/no-generic-throw.ts';
import { testRule, type InvalidCase } from '../support/rule-tester.ts';

/** A hierarchy of one class, so that what is offered depends on no weighing. */
const settings = {
  errorModule: '@acme/errors',
  catalog: [{ name: 'GoneError', kind: 'not_found', signals: { words: { strong: ['gone'] } } }],
};

const offered = (code: string, output: string, rest: Partial<InvalidCase> = {}): InvalidCase => ({
  code,
  settings,
  ...rest,
  errors: [{ messageId: 'generic', suggestions: [{ messageId: 'replace', output }] }],
});

const imported = `import { GoneError } from '@acme/errors';\n\n`;
/** A statement in a file that has the class already. */
const replaced = (before: string, after: string): InvalidCase => offered(imported + before, imported + after);

testRule('no-generic-throw', noGenericThrow, {
  valid: [{ code: `${imported}throw new GoneError('gone');`, settings }],
  invalid: [
    // The class alone changes.
    replaced(`throw new Error('gone');`, `throw new GoneError('gone');`),
    replaced(`throw Error('gone');`, `throw new GoneError('gone');`),
    replaced(`throw new Error('gone', { cause: e });`, `throw new GoneError('gone', { cause: e });`),
    replaced(`throw new globalThis.Error('gone');`, `throw new GoneError('gone');`),
    replaced(`throw new (Error)('gone');`, `throw new (GoneError)('gone');`),
    replaced(`throw Object.assign(new Error('gone'), { id });`, `throw Object.assign(new GoneError('gone'), { id });`),
    replaced(`const e = new Error('gone'); throw e;`, `const e = new GoneError('gone'); throw e;`),
    replaced(`throw new Error(\`\${id} is gone\`)`, `throw new GoneError(\`\${id} is gone\`)`),
    replaced(`Promise.reject(Error('gone'));`, `Promise.reject(new GoneError('gone'));`),
    replaced(
      `throw /*a*/ new /*b*/ Error /*c*/ (/*d*/ 'gone' /*e*/) /*f*/; // g`,
      `throw /*a*/ new /*b*/ GoneError /*c*/ (/*d*/ 'gone' /*e*/) /*f*/; // g`,
    ),
    replaced(`throw new Error(\n\t'gone',\n);`, `throw new GoneError(\n\t'gone',\n);`),

    // The error that was caught comes along.
    replaced(
      `try { load(); } catch (e) { throw new Error('gone'); }`,
      `try { load(); } catch (e) { throw new GoneError('gone', { cause: e }); }`,
    ),
    replaced(
      `try { load(); } catch { throw new Error('gone'); }`,
      `try { load(); } catch (error) { throw new GoneError('gone', { cause: error }); }`,
    ),
    replaced(
      `try { load(); } catch (e) { throw Error('gone'); }`,
      `try { load(); } catch (e) { throw new GoneError('gone', { cause: e }); }`,
    ),
    replaced(
      `try { load(); } catch (e) { throw new Error('gone', { cause: e }); }`,
      `try { load(); } catch (e) { throw new GoneError('gone', { cause: e }); }`,
    ),
    replaced(
      `load().catch(() => { throw new Error('gone'); });`,
      `load().catch((error) => { throw new GoneError('gone', { cause: error }); });`,
    ),
    replaced(
      `try { load(); } catch (e) { later(() => { throw new Error('gone'); }); }`,
      `try { load(); } catch (e) { later(() => { throw new GoneError('gone'); }); }`,
    ),
    {
      name: 'a shadowed name is no cause',
      ...replaced(
        `try { load(); } catch (e) { { const e = 1; throw new Error('gone'); } }`,
        `try { load(); } catch (e) { { const e = 1; throw new GoneError('gone'); } }`,
      ),
    },

    // The import comes along.
    offered(`throw new Error('gone');\n`, `${imported}throw new GoneError('gone');\n`),
    offered(
      `import { LostError } from '@acme/errors';\nthrow new Error('gone');`,
      `import { LostError, GoneError } from '@acme/errors';\nthrow new GoneError('gone');`,
    ),
    offered(
      `import * as errors from '@acme/errors';\nthrow new Error('gone');`,
      `import * as errors from '@acme/errors';\nthrow new errors.GoneError('gone');`,
    ),
    offered(
      `import { GoneError as Gone } from '@acme/errors';\nthrow new Error('gone');`,
      `import { GoneError as Gone } from '@acme/errors';\nthrow new Gone('gone');`,
    ),
    offered(
      `class GoneError {}\nthrow new Error('gone');`,
      `import { GoneError as OctoLLMGoneError } from '@acme/errors';\n\nclass GoneError {}\nthrow new OctoLLMGoneError('gone');`,
    ),
    offered(
      `import a from "a"\nthrow new Error("gone")\n`,
      `import a from "a"\nimport { GoneError } from "@acme/errors"\nthrow new GoneError("gone")\n`,
    ),
    offered(
      `'use strict';\nconst a = require('a');\nthrow new Error('gone');\n`,
      `'use strict';\nconst a = require('a');\nconst { GoneError } = require('@acme/errors');\nthrow new GoneError('gone');\n`,
      { filename: 'src/load.cjs' },
    ),
    offered(
      `#!/usr/bin/env node\nthrow new Error('gone');\n`,
      `#!/usr/bin/env node\n${imported}throw new GoneError('gone');\n`,
    ),
    offered(
      `\uFEFFimport a from 'a';\r\nthrow new Error('gone');\r\n`,
      `\uFEFFimport a from 'a';\r\nimport { GoneError } from '@acme/errors';\r\nthrow new GoneError('gone');\r\n`,
    ),

    // How many, and of which hierarchy.
    {
      name: 'no more than asked for',
      code: `throw new Error('user not found');\n`,
      options: [{ maxSuggestions: 1 }],
      errors: [
        {
          messageId: 'generic',
          suggestions: [
            {
              messageId: 'replace',
              output: `import { TaskNotFoundError } from '@octollm/errors';\n\nthrow new TaskNotFoundError('user not found');\n`,
            },
          ],
        },
      ],
    },
  ],
});
