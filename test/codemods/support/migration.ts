import { basename } from 'node:path';
import type { MigratedFile, MigrationResult } from '../../../codemods/engine/migrate/migration-result.ts';
import type { AppliedChange, LeftAlone } from '../../../codemods/engine/transform/transform-result.ts';

/** A migration of nothing, completed by what a test is about. */
export function createMigration(parts: Partial<MigrationResult> = {}): MigrationResult {
  return {
    paths: ['src'],
    codemods: [{ name: 'add-cause', description: 'Keeps the original error as the cause', rules: ['require-cause'] }],
    files: [],
    failures: [],
    filesSeen: 10,
    skipped: {},
    run: null,
    notices: [],
    verification: null,
    ...parts,
  };
}

export function createFile(file: string, parts: Partial<MigratedFile> = {}): MigratedFile {
  return {
    path: `/project/${file}`,
    file,
    before: `// ${basename(file)}\n`,
    after: `// ${basename(file)}\n`,
    applied: [],
    leftAlone: [],
    reverted: null,
    ...parts,
  };
}

export function createChange(parts: Partial<AppliedChange> = {}): AppliedChange {
  return {
    codemod: 'add-cause',
    kind: 'append',
    applicability: 'safe',
    confidence: 1,
    reason: 'The caught error goes along as the cause.',
    place: { line: 4, column: 5 },
    before: "    throw new Error('x');",
    after: "    throw new Error('x', { cause: error });",
    ...parts,
  };
}

export function createLeftAlone(parts: Partial<LeftAlone> = {}): LeftAlone {
  return {
    codemod: 'add-cause',
    kind: 'unknown-class',
    cause: 'manual',
    reason: '`ParseError` has no parameter for a cause: give it one.',
    place: { line: 9, column: 3 },
    placeAfter: { line: 9, column: 3 },
    text: '  throw new ParseError(text);',
    ...parts,
  };
}
