import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import manifest from '../../src/package.json' with { type: 'json' };
import { findUndocumentedExports } from './checks/docstrings.ts';
import { repository } from './checks/tree.ts';

const entries = Object.values(manifest.exports).flatMap((entry) =>
  typeof entry === 'string' ? [] : [join(repository, 'src', entry['@octollm/source'])],
);

function createProgram(files: readonly string[]): ts.Program {
  return ts.createProgram([...files], {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    allowImportingTsExtensions: true,
    noEmit: true,
  });
}

/** A program of one file that exists only here. */
function createProgramOf(text: string): ts.Program {
  const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, noEmit: true };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === 'planted.ts' ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : read(name, ...rest);
  return ts.createProgram(['planted.ts'], options, host);
}

describe('every public export of @octollm/errors is documented', () => {
  test('through every entry of the package', () => {
    expect(entries.length).toBeGreaterThan(3);
    expect(findUndocumentedExports(createProgram(entries), entries)).toEqual([]);
  });

  test.each([
    ['no docstring', 'export const limit: number = 1;', 'limit has no docstring'],
    ['a comment that is none', '// Limits it.\nexport const limit: number = 1;', 'limit has no docstring'],
    ['no verb', '/** The limit. */\nexport const limit: number = 1;', 'limit is documented as "The limit."'],
    ['no sentence', '/** Limits it */\nexport function limit(): void {}', 'limit is documented as "Limits it"'],
  ])('a planted fault is found: %s', (_, text, problem) => {
    expect(findUndocumentedExports(createProgramOf(text), ['planted.ts'])).toEqual([problem]);
  });

  test('a sentence that starts with a verb is accepted', () => {
    const text = '/** Limits what runs at once. */\nexport const limit: number = 1;';
    expect(findUndocumentedExports(createProgramOf(text), ['planted.ts'])).toEqual([]);
  });
});
