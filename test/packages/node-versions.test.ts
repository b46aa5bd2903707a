import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../contract/checks/tree.ts';
import { expectedFacts } from '../src/platforms/expected-facts.ts';
import { findNode24 } from '../support/node24.ts';

const node24 = findNode24();
if (node24 === undefined) console.warn('SKIPPED: the built package was not tried in Node 24; install it or set NODE24');

/** The proof as plain JavaScript, with the imports of the built package left as they are. */
async function compileProof(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(repository, 'test/src/platforms/platform-proof.ts')],
    bundle: true,
    packages: 'external',
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
  });
  return `${outputFiles[0]?.text ?? ''}\nconsole.log(JSON.stringify({ version: process.version, facts: await prove() }));`;
}

describe('the built runtime', () => {
  let proof: string;
  beforeAll(async () => {
    proof = await compileProof();
  });

  function run(node: string): unknown {
    const options = { cwd: repository, input: proof, encoding: 'utf8' } as const;
    return JSON.parse(execFileSync(node, ['--unhandled-rejections=strict', '--input-type=module', '-'], options));
  }

  test('works in the Node that runs this test', () => {
    expect(run(process.execPath)).toEqual({ version: process.version, facts: expectedFacts });
  });

  test.skipIf(node24 === undefined)('works in Node 24', () => {
    expect(run(node24 ?? '')).toEqual({ version: expect.stringMatching(/^v24\./), facts: expectedFacts });
  });
});

describe('the built command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'octollm-cache-'));
  const kept = join(folder, 'node-compile-cache');
  afterAll(() => rmSync(folder, { recursive: true }));

  function list(node: string, variables: Readonly<Record<string, string>> = {}): string {
    const command = join(repository, 'codemods/dist/cli/main.js');
    const env = { PATH: process.env['PATH'], TMPDIR: folder, ...variables };
    return execFileSync(node, [command, 'list'], { cwd: folder, encoding: 'utf8', env });
  }

  test('works in the Node that runs this test', () => {
    expect(list(process.execPath)).toContain('catch-any-to-unknown');
  });

  test.skipIf(node24 === undefined)('keeps in Node 24 what it compiled, unless Node is told not to', () => {
    const listed = list(node24 ?? '', { NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(existsSync(kept)).toBe(false);
    expect(list(node24 ?? '')).toBe(listed);
    expect(readdirSync(kept)).not.toEqual([]);
    expect(list(node24 ?? '')).toBe(listed);
  });
});
