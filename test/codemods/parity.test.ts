import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditFile } from '../../codemods/engine/audit/audit-file.ts';
import { discoverFiles } from '../../codemods/engine/discover/discover-files.ts';
import { getCorpusPackages, getPackageFolder } from '../real-code/corpus.ts';
import { auditText, createSetup, getReported } from './support/audit-text.ts';
import { lintWithESLint } from './support/lint-with-eslint.ts';

const cwd = join(import.meta.dirname, '../..');

/** Large enough to hold every construct that people write, small enough for each test run. */
const packages = ['@puppeteer/browsers', '@supabase/auth-js', '@supabase/realtime-js', '@trpc/server', 'mongodb'];

describe('the audit finds what the plugin finds in ESLint', () => {
  it.each(getCorpusPackages('demo').filter(({ name }) => packages.includes(name)))('in $name', (entry) => {
    const setup = createSetup(cwd);
    const folder = join(getPackageFolder(entry), entry.root);
    const options = { purpose: 'audit' as const, cwd, includeTests: true, testGlobs: setup.settings.testGlobs };
    let findings = 0;
    for (const task of discoverFiles([folder], options).tasks) {
      const expected = lintWithESLint(task.path, readFileSync(task.path, 'utf8'));
      const reported = getReported(auditFile({ ...task, isExplicit: true }, setup));
      expect(reported, task.file).toEqual(expected);
      findings += expected.length;
    }
    expect(findings).toBeGreaterThan(10);
  });

  const dropped = 'try { load() } catch (error) {}';

  it.each([
    ['one dropped error', 'a.ts', dropped],
    ['JavaScript', 'a.js', `${dropped}\nthrow 'text';`],
    ['JavaScript with JSX', 'a.js', `const view = <p onClick={() => { ${dropped} }} />;`],
    ['TSX', 'a.tsx', `const view = <p onClick={() => { ${dropped} }} />;`],
    ['a type assertion that is no JSX', 'a.ts', `const made = <Error>new Error('x'); ${dropped} throw made;`],
    ['an ECMAScript module', 'a.mjs', `await 1; ${dropped}`],
    ['a CommonJS module', 'a.cjs', `const fs = require('fs'); ${dropped} return;`],
    ['a script with a return at the top level', 'a.js', `${dropped}\nreturn;`],
    ['a TypeScript CommonJS module', 'a.cts', `import fs = require('fs'); ${dropped} export = fs;`],
    ['characters of two code units before the place', 'a.ts', `/* 😀 é */ ${dropped}`],
    ['a byte order mark', 'a.ts', `\ufeff${dropped}`],
    ['a byte order mark and line ends of Windows', 'a.ts', `\ufeff// first\r\n\r\n  ${dropped}\r\n`],
    ['a shebang', 'a.ts', `#!/usr/bin/env node\n${dropped}`],
    ['a byte order mark and a shebang', 'a.ts', `\ufeff#!/usr/bin/env node\n${dropped}`],
    ['line ends of old Macs', 'a.ts', `// first\r${dropped}\r  ${dropped}`],
    ['line separators of Unicode', 'a.ts', `const a = 1;\u2028${dropped}\u2029  ${dropped}`],
    ['a finding over several lines', 'a.ts', `throw new Error(\n  'many' +\n    'lines',\n);`],
    ['decorators and private names', 'a.ts', `@d class A { #x = 1; @d() m() { ${dropped} } }`],
    ['newest syntax', 'a.ts', `using file = open(); const kept = { a } satisfies B; ${dropped}`],
    ['a name that an escape hides', 'a.ts', 'promise.c\\u0061tch(() => {});'],
  ])('%s', (_, name, text) => {
    const reported = getReported(auditText(name, text));
    expect(reported).toEqual(lintWithESLint(name, text));
    expect(reported).not.toEqual([]);
  });
});
