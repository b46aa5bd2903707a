import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '../support/journal-run.ts';
import { runOctollm, type Outcome } from '../support/run-octollm.ts';
import { smallCodemods } from '../support/small-codemods.ts';
import { createProject } from '../support/temporary-project.ts';

const modules = resolve(import.meta.dirname, '../../../node_modules');
const config = JSON.stringify({
  compilerOptions: { strict: true, noEmit: true, module: 'esnext', lib: ['es2022'], types: [] },
});

/** TypeScript 7 takes a tenth of the time. */
const quickCheck = 'node node_modules/typescript7/bin/tsc -p .';

/** A project with the compiler of this one, in which the type check has the last word. */
function createChecked(files: Readonly<Record<string, string>>, scripts: object = { typecheck: quickCheck }): string {
  const folder = createProject({ 'tsconfig.json': config, 'package.json': JSON.stringify({ scripts }), ...files });
  symlinkSync(modules, join(folder, 'node_modules'));
  return folder;
}

function verify(cwd: string): Promise<Outcome> {
  return runOctollm(cwd, ['migrate', 'src', '--write', '--verify'], {}, { registry: smallCodemods });
}

const declared = 'export const old_a = 1;\nexport const new_a = 1;\n';

describe('octollm migrate --verify', () => {
  it('leaves what the type check takes', async () => {
    const folder = createChecked(
      { 'src/a.ts': 'const old_a = 1;\nexport const b = old_a;\n' },
      { typecheck: 'tsc -p .' },
    );
    const { code, stdout } = await verify(folder);
    expect(code).toBe(0);
    expect(stdout).toContain('Type check `npm run typecheck`: 0 errors before, 0 errors after.');
    expect(read(folder, 'src/a.ts')).toContain('new_a');
  });

  it('takes back the file that has a new error, and keeps the others', async () => {
    const folder = createChecked({
      'src/a.ts': 'const old_a = 1;\nconst new_a = 2;\nexport const b = [old_a, new_a];\n',
      'src/b.ts': 'export const old_b = 1;\n',
    });
    const { code, stdout } = await verify(folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/src\/a\.ts {2}taken back, because it led to .*new type error/);
    expect(read(folder, 'src/a.ts')).toContain('const old_a');
    expect(read(folder, 'src/b.ts')).toContain('new_b');
  });

  it('takes back the file that breaks another one', async () => {
    const folder = createChecked({
      'src/a.ts': 'export const old_a = 1;\n',
      'src/b.ts': 'const old_b = 1;\nexport default old_b;\n',
      'src/c.ts': 'const old_c = 1;\nexport default old_c;\n',
      'user.ts': "import { old_a } from './src/a.js';\nexport default old_a;\n",
    });
    const { code } = await verify(folder);
    expect(code).toBe(0);
    expect(['a', 'b', 'c'].map((name) => read(folder, `src/${name}.ts`).includes('old_'))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('finds the file when a runner of workspaces names it relative to its package', async () => {
    const folder = createChecked(
      {
        'src/web/package.json': '{}',
        'src/web/lib/a.ts': 'const old_a = 1;\nconst new_a = 2;\nexport const b = [old_a, new_a];\n',
        'src/web/lib/b.ts': 'export const old_b = 1;\n',
      },
      { typecheck: "node node_modules/typescript7/bin/tsc -p . | sed 's#^src/web/#web:typecheck: #'" },
    );
    const { stdout } = await verify(folder);
    expect(stdout).toMatch(/Type check .+\nTaken back because of new type errors: 1 file\.\n {2}src\/web\/lib\/a\.ts /);
    expect(read(folder, 'src/web/lib/b.ts')).toContain('new_b');
  });

  it('takes back whatever imports a runtime that the compiler cannot read, and says why', async () => {
    const check = `grep -q "'@octollm/errors'" src/*.ts && echo "node_modules/@octollm/errors/a.d.ts(1,1): error TS1139: Type parameter declaration expected." || true`;
    const folder = createChecked(
      {
        'src/a.ts': 'export function a(): never {\n  throw new Error(`Order ${Math.random()} not found`);\n}\n',
        'src/b.ts':
          'export function b(f: () => void): void {\n  try {\n    f();\n  } catch (error: any) {\n    console.error(error.message);\n  }\n}\n',
      },
      { typecheck: check },
    );
    const { code, stdout } = await runOctollm(folder, ['migrate', 'src', '--write', '--verify', '--unsafe']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/src\/a\.ts {2}taken back, because it led to a new type error: .*a\.d\.ts: TS1139/);
    expect(stdout).toContain('The declarations of `@octollm/errors` do not compile in this project');
    expect(stdout).toContain('They need TypeScript 5.2 or later.');
    expect(stdout).not.toContain('install it there');
    expect(read(folder, 'src/a.ts')).toContain('throw new Error(');
    expect(read(folder, 'src/b.ts')).toContain('error: unknown');
  });

  it('does not count errors that were there before', async () => {
    const folder = createChecked({ 'src/a.ts': 'const old_a: string = 1;\nexport default old_a;\n' });
    const { code, stdout } = await verify(folder);
    expect(code).toBe(0);
    expect(stdout).toContain('1 error before, 1 error after.');
    expect(read(folder, 'src/a.ts')).toContain('new_a');
  });

  it('ends with 4 when new errors remain that taking back does not mend', async () => {
    const script = "node -e \"try{fs.mkdirSync('.seen')}catch{console.log('src/x.ts(1,1): error TS1: Late.')}\"";
    const folder = createChecked({ 'src/a.ts': declared }, { typecheck: script });
    const { code, stdout } = await verify(folder);
    expect(code).toBe(4);
    expect(stdout).toContain('New type errors that remain: 1.');
    expect(read(folder, 'src/a.ts')).toBe(declared);
  });

  it('says so when there is nothing to check with', async () => {
    const folder = createProject({ 'src/a.js': 'old_a();\n' });
    const { code, stdout } = await verify(folder);
    expect(code).toBe(0);
    expect(stdout).toContain('Found no type check for `--verify`');
    expect(read(folder, 'src/a.js')).toBe('new_a();\n');
  });

  it('writes nothing when the type check does not work', async () => {
    const folder = createChecked({ 'src/a.ts': declared }, { typecheck: 'no-such-compiler --strict' });
    const { code, stderr } = await verify(folder);
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /^octollm: The type check `npm run typecheck` in `.+` failed without telling a type error: .+\n[^]*no-such-compiler/,
    );
    expect(read(folder, 'src/a.ts')).toBe(declared);
  });

  it('ends with 2 when the type check stops working, and tells how to take back what is written', async () => {
    const script = 'node -e "try{fs.mkdirSync(\'.seen\')}catch{process.exit(9)}"';
    const folder = createChecked({ 'src/a.ts': 'const old_a = 1;\nexport default old_a;\n' }, { typecheck: script });
    const { code, stderr } = await verify(folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /failed without telling a type error[^]+1 of 1 file written, but not all of it was checked: `octollm undo .+` takes it back\.\n$/,
    );
    expect((await runOctollm(folder, ['undo'])).code).toBe(0);
    expect(read(folder, 'src/a.ts')).toContain('old_a');
  });

  it('can be taken back as a whole afterwards', async () => {
    const files = {
      'src/a.ts': 'const old_a = 1;\nconst new_a = 2;\nexport const b = [old_a, new_a];\n',
      'src/b.ts': 'export const old_b = 1;\n',
    };
    const folder = createChecked(files);
    await verify(folder);
    expect((await runOctollm(folder, ['undo'])).code).toBe(0);
    expect([read(folder, 'src/a.ts'), read(folder, 'src/b.ts')]).toEqual(Object.values(files));
  });
});
