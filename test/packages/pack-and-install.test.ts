import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  compilerOptions,
  createLegacyOptions,
  eslintConfig,
  everySubPath,
  everySubPathForES5,
  everySubPathWithoutWeb,
  expectedFindings,
  pluginConsumer,
  pluginConsumerWithoutEslint,
  runtimeConsumer,
  sloppyFile,
} from './consumer.ts';
import { deleteTarballs, packAll, type Tarball } from './pack.ts';
import { Project } from './project.ts';

interface EslintResult {
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
}

interface OxlintResult {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
}

let tarballs: readonly Tarball[] = [];
beforeAll(() => {
  tarballs = packAll();
  return () => deleteTarballs(tarballs);
});

function getFindings(stdout: string): string[] {
  const results = JSON.parse(stdout) as readonly EslintResult[];
  return results.flatMap(({ messages }) => messages.map(({ ruleId, line, message }) => `${ruleId ?? message} ${line}`));
}

describe.each([
  { eslint: '9', typescript: '5.9', major: /^v9\./ },
  { eslint: '10', typescript: '6.0', major: /^v10\./ },
])('a project with ESLint $eslint and TypeScript $typescript', ({ eslint, typescript, major }) => {
  const project = new Project({
    'src/service.ts': sloppyFile,
    'consumer/runtime.ts': runtimeConsumer,
    'consumer/every-sub-path.ts': everySubPath,
    'consumer/plugin.ts': pluginConsumer,
    'tsconfig.json': compilerOptions,
    'eslint.config.js': eslintConfig,
  });
  afterAll(() => project.delete());

  test('installs without a conflict', () => {
    const packages = [`eslint@${eslint}`, `typescript@${typescript}`, '@typescript-eslint/parser@8.73'];
    const { status, output } = project.install(tarballs, packages);
    expect(output).not.toMatch(/ERESOLVE|peer dep/i);
    expect(status, output).toBe(0);
    expect(project.run('eslint', '--version').stdout).toMatch(major);
    expect(project.run('tsc', '--version').stdout).toContain(`Version ${typescript}`);
  });

  test('lints with the recommended preset', () => {
    const { stdout, output } = project.run('eslint', '--format', 'json', 'src');
    expect(stdout, output).toMatch(/^\[/);
    expect(getFindings(stdout)).toEqual(expectedFindings);
  });

  test('compiles against the declarations of the runtime and the plugin', () => {
    expect(project.run('tsc', '-p', '.').output).toBe('');
  });

  test('the compiler does read our declarations', () => {
    project.write('consumer/wrong.ts', runtimeConsumer.replace(".forTask('42')", '.forTask(42)'));
    expect(project.run('tsc', '-p', '.').output).toMatch(/wrong\.ts\(5,\d+\): error TS2345/);
    project.write('consumer/wrong.ts', 'export {};');
  });

  test('requires the plugin from CommonJS', () => {
    const { output } = project.evaluate(
      `const octollm = require('eslint-plugin-octollm'); console.log(octollm.meta.name, octollm.default === undefined);`,
      'commonjs',
    );
    expect(output).toContain('eslint-plugin-octollm true');
  });

  test('audits with the command that it installed', () => {
    const { status, stdout, output } = project.run(
      'octollm',
      'audit',
      'src',
      '--preset',
      'recommended',
      '--format',
      'json',
    );
    expect(status, output).toBe(0);
    for (const finding of expectedFindings) expect(stdout).toContain(finding.split(' ')[0]?.replace('octollm/', ''));
    expect(project.run('octollm', 'audit', 'src', '--max-findings', '0', '--summary').status).toBe(1);
  });
});

describe('a program in CommonJS with TypeScript 5.2, as old as we read', () => {
  const project = new Project({
    'package.json': JSON.stringify({ name: 'consumer', private: true }),
    'consumer/runtime.ts': runtimeConsumer,
    'consumer/every-sub-path.ts': everySubPath,
    'tsconfig.json': createLegacyOptions('es2018', ['es2018', 'dom']),
  });
  afterAll(() => project.delete());

  test('installs the runtime', () => {
    const { status, output } = project.install(
      tarballs.filter(({ name }) => name === '@octollm/errors'),
      ['typescript@5.2'],
    );
    expect(status, output).toBe(0);
  });

  test('compiles against the declarations of every sub-path', () => {
    expect(project.run('tsc', '-p', '.').output).toBe('');
  });

  test('runs what it compiled', () => {
    const { output } = project.runNode(process.execPath, 'out/runtime.js', []);
    expect(output).toContain('TASK_NOT_FOUND 404 DATABASE_ERROR socket closed true');
  });

  describe.each(['es5', 'es2015', 'es2020', 'es2022'])('that knows the library %s and nothing of the web', (lib) => {
    test.each([
      { target: 'es2015', text: everySubPathWithoutWeb },
      { target: 'es5', text: everySubPathForES5 },
    ])('compiles to $target against the same declarations', ({ target, text }) => {
      project.write('old/consumer/every-sub-path.ts', text);
      project.write('old/tsconfig.json', createLegacyOptions(target, [lib]));
      expect(project.run('tsc', '-p', 'old').output).toBe('');
    });
  });
});

describe('a project with Oxlint and TypeScript 7, without ESLint', () => {
  const project = new Project({
    'src/service.ts': sloppyFile,
    'consumer/runtime.ts': runtimeConsumer,
    'consumer/every-sub-path.ts': everySubPath,
    'consumer/plugin.ts': pluginConsumerWithoutEslint,
    'tsconfig.json': compilerOptions,
    '.oxlintrc.json': JSON.stringify({
      extends: ['./node_modules/eslint-plugin-octollm/oxlint/recommended.json'],
      categories: { correctness: 'off' },
    }),
  });
  afterAll(() => project.delete());

  test('installs without a conflict, and without ESLint', () => {
    const own = tarballs.filter(({ name }) => name !== '@octollm/codemods');
    const { status, output } = project.install(own, ['oxlint@1.94', 'typescript@7.0']);
    expect(output).not.toMatch(/ERESOLVE|peer dep/i);
    expect(status, output).toBe(0);
    expect(project.evaluate(`import('eslint').then(console.log, () => console.log('absent'))`).stdout).toBe('absent\n');
  });

  test('lints with the preset file', () => {
    const { stdout, output } = project.run('oxlint', '--format', 'json', 'src');
    expect(stdout.trimStart(), output).toMatch(/^\{/);
    const { diagnostics } = JSON.parse(stdout) as OxlintResult;
    const findings = diagnostics.map(
      ({ code, labels }) => `${code.replace(/^octollm\((.*)\)$/, 'octollm/$1')} ${labels[0]?.span.line}`,
    );
    expect(findings.sort()).toEqual([...expectedFindings].sort());
  });

  test('no native fix takes the caught error away', () => {
    project.write(
      'all/.oxlintrc.json',
      JSON.stringify({
        extends: ['../node_modules/eslint-plugin-octollm/oxlint/recommended.json'],
        categories: { correctness: 'error', suspicious: 'error', style: 'error', pedantic: 'error' },
      }),
    );
    const text = "try {\n  start();\n} catch (error) {\n  throw new Error('lost');\n}\n";
    project.write('all/lost.ts', text);
    project.run('oxlint', '-c', 'all/.oxlintrc.json', '--fix', 'all/lost.ts');
    expect(project.read('all/lost.ts')).toBe(text);

    // Without the preset both native rules edit this file, so the test above can fail.
    project.write('all/.oxlintrc.json', JSON.stringify({ categories: { correctness: 'error', style: 'error' } }));
    project.run('oxlint', '-c', 'all/.oxlintrc.json', '--fix', 'all/lost.ts');
    expect(project.read('all/lost.ts')).not.toContain('(error)');
  });

  test('compiles against the declarations of the runtime and the plugin', () => {
    expect(project.run('tsc', '-p', '.').output).toBe('');
  });

  test('runs what it compiled', () => {
    project.write(
      'run.mjs',
      runtimeConsumer
        .replace(', type CatalogEntry', '')
        .replace(/: OctoLLMError|: readonly CatalogEntry\[\]| as Error/g, ''),
    );
    expect(project.evaluate(`import './run.mjs'`).output).toMatch(
      /^TASK_NOT_FOUND 404 DATABASE_ERROR socket closed true$/m,
    );
  });
});
