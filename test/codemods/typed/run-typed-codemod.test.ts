import { join } from 'node:path';
import { ConfigurationError } from '@octollm/errors';
import { expect, it } from 'vitest';
import { readSettings } from '../../../codemods/engine/audit/read-settings.ts';
import type { Change } from '../../../codemods/engine/edit/change.ts';
import { createProjectAnswers } from '../../../codemods/typed/project-answers.ts';
import { runTypedCodemod, type TypedOutcome } from '../../../codemods/typed/run-typed-codemod.ts';
import type { TypedCodemod, TypedProject } from '../../../codemods/typed/typed-codemod.ts';
import { createProject } from '../support/temporary-project.ts';

const files = {
  'a/tsconfig.json': '{ "compilerOptions": { "types": [] } }',
  'a/one.ts': 'export const one = 1;\n',
  'a/two.ts': 'export const two = 2;\n',
  'b/tsconfig.json': '{ "compilerOptions": { "types": [] } }',
  'b/three.ts': 'export const three = 3;\n',
  'b/other.ts': 'export const other = 0;\n',
};

function run(plan: TypedCodemod['plan']): { readonly outcome: TypedOutcome; readonly at: (file: string) => string } {
  const folder = createProject(files);
  const at = (file: string): string => join(folder, file);
  const codemod: TypedCodemod = {
    name: 'trial',
    kind: 'typed',
    description: '',
    rules: [],
    needles: /\b[1-9]\b/,
    plan,
  };
  const outcome = runTypedCodemod(codemod, {
    files: ['a/one.ts', 'a/two.ts', 'b/three.ts', 'b/other.ts'].map(at),
    texts: new Map(),
    settings: readSettings({}),
    answers: createProjectAnswers(),
    decide: (_, { kind }) => (kind === 'refused' ? 'declined' : 'apply'),
  });
  return { outcome, at };
}

function change(kind: string, start: number, end: number, text: string): Change {
  const edits = [{ start, end, text }];
  return { kind, start, end, applicability: 'safe', confidence: 1, reason: '', edits, imports: [], releases: [] };
}

it('sees each project once, with those files that hold what it looks for', () => {
  const seen: string[][] = [];
  run(({ files: found }) => {
    seen.push([...found].map((path) => path.replace(/.*\//, '')));
    return { files: new Map() };
  });
  expect(seen).toEqual([['one.ts', 'two.ts'], ['three.ts']]);
});

it('plans again where one change is in the way of another, on the text that the first led to', () => {
  const plan = ({ getFile, files: found }: TypedProject): ReturnType<TypedCodemod['plan']> => ({
    files: new Map(
      [...found].map((path) => {
        const number = getFile(path)?.source.text.search(/\b[1-9]\b/) ?? -1;
        const wanted = [change('ten', number, number + 1, '10'), change('eleven', number, number + 1, '11')];
        return [path, { changes: number === -1 ? [] : wanted, leftovers: [] }];
      }),
    ),
  });
  const { outcome, at } = run(plan);
  expect(outcome.files.get(at('a/one.ts'))).toMatchObject({ text: 'export const one = 10;\n' });
});

it('lists what was left where it is after the changes', () => {
  const { outcome, at } = run(({ files: found }) => ({
    files: new Map(
      [...found].map((path) => [
        path,
        {
          changes: [change('comment', 0, 0, '// first\n'), change('refused', 7, 12, 'let')],
          leftovers: [{ kind: 'odd', start: 13, end: 16, reason: 'look at it' }],
        },
      ]),
    ),
  }));
  expect(outcome.files.get(at('a/two.ts'))).toMatchObject({
    applied: [{ kind: 'comment', place: { line: 1, column: 1 } }],
    leftAlone: [
      { kind: 'refused', cause: 'declined', place: { line: 1, column: 8 }, placeAfter: { line: 2, column: 8 } },
      { kind: 'odd', cause: 'manual', place: { line: 1, column: 14 }, placeAfter: { line: 2, column: 14 } },
    ],
  });
});

it('makes files for what was applied', () => {
  const { outcome, at } = run(({ files: found, folder }) => ({
    files: new Map([...found].map((path) => [path, { changes: [change('refused', 0, 6, '')], leftovers: [] }])),
    createFiles: (applied) => new Map([[join(folder, 'made.ts'), `// ${applied.length}\n`]]),
  }));
  expect(outcome.newFiles).toEqual(
    new Map([
      [at('a/made.ts'), '// 0\n'],
      [at('b/made.ts'), '// 0\n'],
    ]),
  );
});

it('a project that it breaks down on costs its own files, and says so', () => {
  const { outcome, at } = run(({ folder }) => {
    if (folder.endsWith('a')) throw new RangeError('too deep');
    return { files: new Map() };
  });
  expect(outcome.files.get(at('a/one.ts'))).toEqual({
    status: 'damaged',
    damage: `\`trial\` broke down on the project in ${at('a')}: too deep`,
  });
  expect(outcome.files.has(at('b/three.ts'))).toBe(false);
});

it('what a user has to mend stops the run', () => {
  const stop = (): never => {
    throw new ConfigurationError('The plan is broken');
  };
  expect(() => run(stop)).toThrow('The plan is broken');
});

it('a result that would not parse is dropped', () => {
  const { outcome, at } = run(({ files: found }) => ({
    files: new Map([...found].map((path) => [path, { changes: [change('break', 0, 6, '{')], leftovers: [] }])),
  }));
  expect(outcome.files.get(at('b/three.ts'))).toMatchObject({ status: 'damaged' });
});
