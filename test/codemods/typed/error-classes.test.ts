import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../codemods/engine/audit/read-settings.ts';
import { errorClassesToHierarchy } from '../../../codemods/error-classes-to-hierarchy.ts';
import { createProjectAnswers } from '../../../codemods/typed/project-answers.ts';
import { runTypedCodemod, type TypedOutcome } from '../../../codemods/typed/run-typed-codemod.ts';
import { createProject } from '../support/temporary-project.ts';

type Files = Readonly<Record<string, string>>;

interface Run extends TypedOutcome {
  readonly getText: (file: string) => string | undefined;
  /** What was left, each as `file: kind`. */
  readonly left: readonly string[];
}

/** Runs the codemod over the sources of a project; what is unsafe is left. */
function run(files: Files, settings: object = {}): Run {
  const folder = createProject({ 'tsconfig.json': writeConfig({}), ...files });
  const sources = Object.keys(files).filter((file) => /\.[cm]?[jt]s$/.test(file));
  const outcome = runTypedCodemod(errorClassesToHierarchy, {
    files: sources.map((file) => join(folder, file)),
    texts: new Map(),
    settings: readSettings(settings),
    answers: createProjectAnswers(),
    decide: (_, { applicability }) => (applicability === 'safe' ? 'apply' : 'unsafe'),
  });
  const left = sources.flatMap((file) => {
    const result = outcome.files.get(join(folder, file));
    return result?.status === 'done' ? result.leftAlone.map(({ kind, cause }) => `${file}: ${kind}, ${cause}`) : [];
  });
  const getText = (file: string): string | undefined => {
    const result = outcome.files.get(join(folder, file));
    return result?.status === 'done' ? result.text : undefined;
  };
  return { ...outcome, getText, left };
}

function writeConfig(compilerOptions: object, others: object = {}): string {
  return JSON.stringify({
    compilerOptions: { target: 'es2022', module: 'preserve', strict: true, types: [], ...compilerOptions },
    ...others,
  });
}

const plain = 'export class Flood extends Error {\n  override name = "Flood";\n}\n';

describe('a library', () => {
  const library = (manifest: object, others: Files = {}): Run =>
    run({
      'package.json': JSON.stringify(manifest),
      'src/flood.ts': plain,
      'src/index.ts': "export * from './flood';\n",
      ...others,
    });

  it('what its entry exports may have users', () => {
    expect(library({ name: 'weather', exports: { '.': { import: './dist/index.js' } } }).left).toEqual([
      'src/flood.ts: re-parent, unsafe',
    ]);
  });

  it('what no entry exports has none', () => {
    const inner = library({ name: 'weather', main: 'dist/index.js' }, { 'src/index.ts': 'export {};\n' });
    expect(inner.getText('src/flood.ts')).toContain('extends OctoLLMError');
  });

  it('an entry that is not among the sources could export anything', () => {
    const hidden = library({ name: 'weather', main: 'bundle.js' }, { 'src/index.ts': 'export {};\n' });
    expect(hidden.left).toEqual(['src/flood.ts: re-parent, unsafe']);
  });

  it.each<[string, object]>([
    ['a private package', { private: true, main: 'dist/index.js' }],
    ['a package that nobody can import', { name: 'weather', bin: 'dist/cli.js' }],
  ])('%s is an application', (_, manifest) => {
    expect(library(manifest).left).toEqual([]);
  });
});

describe('classes that belong together', () => {
  it('only the root of a chain changes', () => {
    const { getText } = run({
      'base.ts': 'export class Weather extends Error {\n  override name = "Weather";\n}\n',
      'storm.ts': "import { Weather } from './base';\n\nexport class Storm extends Weather {}\n",
    });
    expect(getText('base.ts')).toContain('class Weather extends OctoLLMError');
    expect(getText('storm.ts')).toBeUndefined();
  });

  it('a descendant that would not type-check keeps the whole chain as it is', () => {
    const { left } = run({
      'base.ts': 'export class Weather extends Error {\n  override name = "Weather";\n}\n',
      'storm.ts': "import { Weather } from './base';\n\nexport class Storm extends Weather {\n  severity = 7;\n}\n",
    });
    expect(left).toEqual(['base.ts: type-conflict, manual']);
  });

  it('a prototype that is set by name stays where descendants get it', () => {
    const { getText } = run({
      'base.ts':
        'export class Weather extends Error {\n  override name = "Weather";\n\n  constructor(m: string) {\n    super(m);\n    Object.setPrototypeOf(this, Weather.prototype);\n  }\n}\n\nexport class Storm extends Weather {}\n',
    });
    expect(getText('base.ts')).toContain('extends OctoLLMError');
    expect(getText('base.ts')).toContain('Object.setPrototypeOf');
  });

  it('messages elsewhere tell what a class is for', () => {
    const { getText } = run({
      'gone.ts': 'export class Gone extends Error {\n  override name = "Gone";\n}\n',
      'use.ts':
        "import { Gone } from './gone';\n\nexport const one = new Gone('the file was not found');\nexport const two = new Gone('no such user: not found');\n",
    });
    expect(getText('gone.ts')).toContain('extends TaskNotFoundError');
  });
});

describe('what the compiler wants', () => {
  it('members that override say so', () => {
    const { getText } = run({
      'tsconfig.json': writeConfig({ noImplicitOverride: true }),
      'drought.ts': `export class Drought extends Error {
  override name = 'Drought';
  readonly retryable = true;

  constructor(message: string, public code: string, protected readonly days = 3) {
    super(message);
  }

  toJSON() {
    return { error: this.code, message: this.message, details: {} };
  }
}
`,
    });
    expect(getText('drought.ts')).toBe(`import { OctoLLMError } from '@octollm/errors';

export class Drought extends OctoLLMError {
  override name = 'Drought';
  override readonly retryable = true;

  constructor(message: string, public override code: string, protected readonly days = 3) {
    super(message);
  }

  override toJSON() {
    return { error: this.code, message: this.message, details: {} };
  }
}
`);
  });

  it('classes that are compiled to ES5 cannot extend a native one', () => {
    const { left } = run({ 'tsconfig.json': writeConfig({ target: 'es5', lib: ['es2022'] }), 'flood.ts': plain });
    expect(left).toEqual(['flood.ts: es5-target, manual']);
  });

  it('each file is read by the configuration that names it', () => {
    const { left, getText } = run({
      'tsconfig.json': '{ "files": [], "references": [{ "path": "./old" }, { "path": "./new" }] }',
      'old/tsconfig.json': writeConfig({ target: 'es5', lib: ['es2022'], composite: true }),
      'old/flood.ts': plain,
      'new/tsconfig.json': writeConfig({ composite: true }),
      'new/flood.ts': plain,
    });
    expect(left).toEqual(['old/flood.ts: es5-target, manual']);
    expect(getText('new/flood.ts')).toContain('extends OctoLLMError');
  });

  it('an option that nobody knows becomes a notice', () => {
    const { notices, getText } = run({ 'tsconfig.json': writeConfig({ quantum: true }), 'flood.ts': plain });
    expect(notices).toEqual([expect.stringContaining("Unknown compiler option 'quantum'")]);
    expect(getText('flood.ts')).toContain('extends OctoLLMError');
  });
});

describe('another hierarchy', () => {
  const catalog = [
    { name: 'AcmeError', status: 500 },
    { name: 'AcmeTimeout', parent: 'AcmeError', status: 504 },
  ];
  const settings = { errorModule: '@acme/errors', catalog };

  it('its classes are extended, as far as the checker knows them', () => {
    const { getText } = run(
      {
        'node_modules/@acme/errors/package.json': '{ "name": "@acme/errors", "types": "./index.d.ts" }',
        'node_modules/@acme/errors/index.d.ts':
          'export declare class AcmeError extends Error {}\nexport declare class AcmeTimeout extends AcmeError {}\n',
        'flood.ts': plain,
      },
      settings,
    );
    expect(getText('flood.ts')).toContain('import { AcmeError } from "@acme/errors";');
    expect(getText('flood.ts')).toContain('class Flood extends AcmeError');
  });

  it('where it is not installed nobody knows whether it fits', () => {
    expect(run({ 'flood.ts': plain }, settings).left).toEqual(['flood.ts: re-parent, unsafe']);
  });
});

it('an earlier stage lies over the file on disk', () => {
  const folder = createProject({ 'tsconfig.json': writeConfig({}), 'flood.ts': 'export {};\n' });
  const path = join(folder, 'flood.ts');
  const { files } = runTypedCodemod(errorClassesToHierarchy, {
    files: [path],
    texts: new Map([[path, plain]]),
    settings: readSettings({}),
    answers: createProjectAnswers(),
    decide: () => 'apply',
  });
  expect(files.get(path)).toMatchObject({ status: 'done', text: expect.stringContaining('extends OctoLLMError') });
});

it('a file that does not parse says where', () => {
  const folder = createProject({ 'tsconfig.json': writeConfig({}), 'flood.ts': 'class A extends Error {\n' });
  const path = join(folder, 'flood.ts');
  const { files } = runTypedCodemod(errorClassesToHierarchy, {
    files: [path],
    texts: new Map(),
    settings: readSettings({}),
    answers: createProjectAnswers(),
    decide: () => 'apply',
  });
  expect(files.get(path)).toMatchObject({ status: 'unparsable', problem: { line: 2 } });
});
