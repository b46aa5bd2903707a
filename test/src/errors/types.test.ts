import { fileURLToPath } from 'node:url';

import { catalog } from '@octollm/errors/catalog';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

describe('types', { timeout: 60_000 }, () => {
  it('allow and refuse what error-types.ts lists', () => {
    expect(compile([fileURLToPath(new URL('./error-types.ts', import.meta.url))])).toEqual([]);
  });

  it('say the same about details as the catalogue', () => {
    const source = fileURLToPath(new URL('../../../src/errors/index.ts', import.meta.url));
    const file = fileURLToPath(new URL('./details-by-catalogue.ts', import.meta.url));
    const lines = catalog.map(({ name, parent, details }) => {
      const own = Object.entries(details).map(([detail, type]) => `readonly ${detail}: ${type};`);
      const inherited = parent === null ? '{}' : `Details${parent}`;
      const actual = parent === null ? '{}' : `Required<errors.${name}['details']>`;
      return [
        `type Details${name} = ${inherited} & { ${own.join(' ')} };`,
        `same<Details${name}, ${actual}>(true);`,
      ].join('\n');
    });
    const check = [
      `import type * as errors from ${JSON.stringify(source)};`,
      'type Flat<T> = { [K in keyof T]: T[K] };',
      'type Same<A, B> = (<T>() => T extends Flat<A> ? 1 : 2) extends <T>() => T extends Flat<B> ? 1 : 2 ? true : false;',
      'declare function same<A, B>(same: Same<A, B>): void;',
      ...lines,
    ].join('\n');

    const wrong = check.replace('readonly task_id: string', 'readonly task_id: number');
    expect(compile([file], { [file]: check })).toEqual([]);
    expect(compile([file], { [file]: wrong })).not.toEqual([]);
  });
});

/** Compiles files, some of which may not be on disk, and returns the messages of the compiler. */
function compile(files: readonly string[], virtual: Readonly<Record<string, string>> = {}): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    customConditions: ['@octollm/source'],
    types: [],
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => path in virtual || fileExists(path);
  host.readFile = (path) => virtual[path] ?? readFile(path);
  host.getSourceFile = (path, language) => {
    const text = virtual[path];
    return text === undefined ? getSourceFile(path, language) : ts.createSourceFile(path, text, language);
  };
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram(files, options, host));
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
