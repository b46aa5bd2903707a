import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
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
