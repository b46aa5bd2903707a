import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConstructorShape, ProjectQuestions } from '../../../codemods/engine/transform/project-questions.ts';
import { createProjectAnswers } from '../../../codemods/typed/project-answers.ts';
import { createProject } from '../support/temporary-project.ts';

type Files = Readonly<Record<string, string>>;

function ask(files: Files, name = 'main.ts'): ProjectQuestions {
  const folder = createProject(files);
  return createProjectAnswers()(join(folder, name), files[name] ?? '');
}

function getShape(className: string, text: string, others: Files = {}): ConstructorShape | undefined {
  const tsconfig = JSON.stringify({ compilerOptions: { target: 'es2022', module: 'nodenext' } });
  return ask({ 'tsconfig.json': tsconfig, ...others, 'main.ts': text }).getConstructorShape(className);
}

describe('whether built-in errors take options', () => {
  const answer = (compilerOptions: object, others: Files = {}): boolean | undefined =>
    ask({
      'tsconfig.json': JSON.stringify({ compilerOptions }),
      'main.ts': 'export {};\n',
      ...others,
    }).acceptsErrorOptions();

  it.each<[string, object, boolean]>([
    ['the target brings the library along', { target: 'es2022' }, true],
    ['an older target does not', { target: 'es2021' }, false],
    ['a library that is named counts, not the target', { target: 'esnext', lib: ['es2018'] }, false],
    ['and the other way round', { target: 'es2018', lib: ['es2022'] }, true],
    ['the part of a library is enough', { target: 'es2020', lib: ['es2020', 'es2022.error'] }, true],
    ['newer libraries have it', { target: 'es2017', lib: ['es2024', 'dom'] }, true],
    ['options that TypeScript 7 refuses are no hindrance', { target: 'es2022', moduleResolution: 'node10' }, true],
  ])('%s', (_, options, expected) => {
    expect(answer({ types: [], ...options })).toBe(expected);
  });

  it('the types of a package may add it', () => {
    const declaration = `interface ErrorOptions { cause?: unknown }
      interface ErrorConstructor { new (message?: string, options?: ErrorOptions): Error }`;
    expect(
      answer({ target: 'es2020', types: ['modern'] }, { 'node_modules/@types/modern/index.d.ts': declaration }),
    ).toBe(true);
  });

  it('a project with an older TypeScript means its defaults', () => {
    const older = { 'node_modules/typescript/package.json': '{ "version": "5.9.2" }' };
    expect(answer({ strict: true }, older)).toBe(false);
    expect(answer({ strict: true })).toBe(true);
  });

  it('a configuration that extends another', () => {
    expect(
      ask({
        'tsconfig.json': '{ "extends": "./base.json" }',
        'base.json': '{ "compilerOptions": { "target": "es2019", "types": [] } }',
        'main.ts': '',
      }).acceptsErrorOptions(),
    ).toBe(false);
  });

  it('a configuration that only refers to others', () => {
    expect(
      ask(
        {
          'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
          'tsconfig.app.json': '{ "compilerOptions": { "target": "es2019", "types": [] }, "include": ["src"] }',
          'src/main.ts': '',
        },
        'src/main.ts',
      ).acceptsErrorOptions(),
    ).toBe(false);
  });

  it('plain JavaScript is checked by nobody', () => {
    const files = { 'tsconfig.json': '{ "compilerOptions": { "target": "es2019", "types": [] } }', 'main.js': '' };
    expect(ask(files, 'main.js').acceptsErrorOptions()).toBe(true);
  });

  it('a file without a configuration', () => {
    expect(ask({ 'main.ts': '' }).acceptsErrorOptions()).toBe(true);
  });
});

describe('what a constructor takes', () => {
  const inherited = { optionsPosition: 1, causePosition: null, maximumArguments: 2 };
  const nothing = { optionsPosition: null, causePosition: null };

  it.each<[string, string, ConstructorShape | undefined]>([
    ['that of the built-in class', 'class Own extends Error {}', inherited],
    ['through a chain', 'class Base extends TypeError {}\nclass Own extends Base {}', inherited],
    [
      'its own',
      'class Own extends Error { constructor(id: string) { super(id); } }',
      { ...nothing, maximumArguments: 1 },
    ],
    [
      'options handed on',
      'class Own extends Error { constructor(id: string, options?: ErrorOptions) { super(id, options); } }',
      inherited,
    ],
    [
      'options of its own',
      'class Own extends Error { constructor(o: { message: string; cause?: unknown }) { super(o.message); } }',
      { optionsPosition: 0, causePosition: null, maximumArguments: 1 },
    ],
    [
      'optional options that require more than a cause',
      'class Own extends Error { constructor(m: string, o?: { code: string; cause?: unknown }) { super(m); } }',
      { ...nothing, maximumArguments: 2 },
    ],
    [
      'an interface that extends',
      'interface Own2 extends ErrorOptions { code?: string }\nclass Own extends Error { constructor(m: string, o: Own2 = {}) { super(m, o); } }',
      inherited,
    ],
    [
      'an intersection',
      'type Own2 = { code?: string } & ErrorOptions;\nclass Own extends Error { constructor(m: string, o?: Own2) { super(m, o); } }',
      inherited,
    ],
    [
      'a type without the cause',
      "class Own extends Error { constructor(m: string, o?: Omit<ErrorOptions, 'cause'>) { super(m, o); } }",
      { ...nothing, maximumArguments: 2 },
    ],
    [
      'the cause itself',
      'class Own extends Error { constructor(m: string, readonly originalError?: unknown) { super(m); } }',
      { optionsPosition: null, causePosition: 1, maximumArguments: 2 },
    ],
    [
      'a cause that must be an error takes no caught value',
      'class Own extends Error { constructor(m: string, cause: Error) { super(m); } }',
      { ...nothing, maximumArguments: 2 },
    ],
    [
      'options whose cause must be an error take no caught value',
      'class Own extends Error { constructor(m: string, o?: { cause?: Error }) { super(m); } }',
      { ...nothing, maximumArguments: 2 },
    ],
    [
      'the rest',
      'class Own extends Error { constructor(...parts: string[]) { super(parts.join()); } }',
      { ...nothing, maximumArguments: Infinity },
    ],
    [
      'of several overloads the longest',
      'class Own extends Error { constructor(m: string); constructor(m: string, o: ErrorOptions); constructor(m: string, o?: any) { super(m, o); } }',
      inherited,
    ],
    ['a class that nobody knows', 'declare const Base: typeof Error;\nclass Own extends Base {}', undefined],
    ['a class that extends itself', 'class Own extends Own {}', undefined],
  ])('%s', (_, text, expected) => {
    expect(getShape('Own', text)).toEqual(expected);
  });

  const own = 'export class Own extends Error { constructor(m: string, o?: ErrorOptions) { super(m, o); } }\n';

  it.each<[string, string, Files]>([
    ['by its name', "import { Own } from './errors.js';", { 'errors.ts': own }],
    ['by another name', "import { Mine as Own } from './errors.js';", { 'errors.ts': `${own}export { Own as Mine };` }],
    ['as the default', "import Own from './errors.js';", { 'errors.ts': `${own}export default Own;` }],
    [
      'through a barrel',
      "import { Own } from './index.js';",
      { 'index.ts': "export * from './errors.js';", 'errors.ts': own },
    ],
    [
      'through two barrels that know each other',
      "import { Own } from './a.js';",
      {
        'a.ts': "export * from './b.js'; export * from './errors.js';",
        'b.ts': "export * from './a.js';",
        'errors.ts': own,
      },
    ],
    [
      'of a package',
      "import { Own } from 'acme';",
      {
        'node_modules/acme/package.json': '{ "name": "acme", "types": "./index.d.ts" }',
        'node_modules/acme/index.d.ts':
          'export declare class Own extends Error { constructor(m: string, o?: { cause?: unknown }); }',
      },
    ],
  ])('imported %s', (_, text, others) => {
    expect(getShape('Own', text, others)).toEqual(inherited);
  });

  it('a class that nobody imports', () => {
    expect(getShape('Own', 'export {};')).toBeUndefined();
  });

  it('plain JavaScript says it by what it hands to the base', () => {
    const text = 'export class Own extends Error { constructor(message, options) { super(message, options); } }';
    expect(ask({ 'main.js': text }, 'main.js').getConstructorShape('Own')).toEqual(inherited);
  });

  it('where built-in errors take none, neither do those that only inherit', () => {
    const files = {
      'tsconfig.json': '{ "compilerOptions": { "target": "es2019", "types": [] } }',
      'main.ts': 'class Own extends Error {}',
    };
    expect(ask(files).getConstructorShape('Own')).toEqual({ ...nothing, maximumArguments: 1 });
  });
});

describe('whether `.js` files are modules', () => {
  it.each<[string, Files, boolean | undefined]>([
    ['the package says so', { 'package.json': '{ "type": "module" }' }, true],
    ['a package that says nothing is CommonJS', { 'package.json': '{}' }, false],
  ])('%s', (_, files, expected) => {
    expect(ask({ 'main.js': '', ...files }, 'main.js').usesModules()).toBe(expected);
  });
});
