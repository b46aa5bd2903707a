import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { findRuntimeProblems, findTypeProblems, readRuntimeSamples } from './checks/runtime-samples.ts';
import { readFiles, repository } from './checks/tree.ts';

/** The pages of the runtime, but not the reference, whose samples are those of the docstrings. */
const pages = [
  ...readFiles(['docs/runtime'], /\.md$/).filter(({ path }) => !path.startsWith('docs/runtime/api')),
  ...readFiles(['src'], /^src\/README\.md$/),
];
const samples = pages.flatMap(readRuntimeSamples);
const options = readCompilerOptions();
const load = (specifier: string): Promise<unknown> => import(specifier);

/**
 * The samples are checked as strictly as the tests; what they import resolves to source as well. Those of Nest have
 * decorators.
 */
function readCompilerOptions(): ts.CompilerOptions {
  const folder = join(repository, 'test');
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile);
  return { ...ts.parseJsonConfigFileContent(config, ts.sys, folder).options, experimentalDecorators: true };
}

describe('every sample of the runtime does what its page says', () => {
  test.each(samples)('$place', async (sample) => {
    expect(await findRuntimeProblems(sample, load)).toEqual([]);
  });

  test('its types are right', () => {
    expect(findTypeProblems(samples, options)).toEqual([]);
  });
});

describe('a planted fault is found', () => {
  const read = (code: string): ReturnType<typeof readRuntimeSamples> =>
    readRuntimeSamples({ path: 'docs/runtime/page.md', text: `# Page\n\n\`\`\`ts\n${code}\n\`\`\`\n` });
  const run = async (code: string): Promise<string[]> =>
    (await Promise.all(read(code).map((sample) => findRuntimeProblems(sample, load)))).flat();

  test.each([
    ['another value', 'console.log(1 + 1); // 3', /^docs\/runtime\/page\.md:4 prints 2, but its comment says 3$/],
    ['no comment', '\nconsole.log(1 + 1);', /^docs\/runtime\/page\.md:5 prints 2 and has no comment/],
    ['a statement that never ran', 'if (!1) console.log(1); // 1', /prints nothing, but its comment says 1$/],
    ['one value too many', 'for (const i of [1, 2]) console.log(i); // 1', /prints 1; then 2, but its comment says 1$/],
    ['a sample that throws', `throw new Error('broken');`, /^docs\/runtime\/page\.md:4 does not run: Error: broken/],
    ['a sample that rejects', `await Promise.reject('broken');`, /does not run: broken$/],
    ['a sample that does not parse', 'const = 1;', /does not run/],
  ])('%s', async (_, code, problem) => {
    const problems = await run(code);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  test.each([
    ['a wrong type', `const text: string = 1;\nconsole.log(text); // 1`, 'docs/runtime/page.md:4 Type'],
    ['a name that is not exported', `import { gone } from '@octollm/errors/retry';\ngone();`, 'has no exported member'],
    ['an unused import', `import { retry } from '@octollm/errors/retry';`, 'declared but its value is never read'],
  ])('%s', (_, code, problem) => {
    expect(findTypeProblems(read(code), options)[0]).toContain(problem);
  });
});

describe('a sample may', () => {
  const allowed = [
    ['print objects', `console.log({ status: 404, tags: ['a'] }); // { status: 404, tags: [ 'a' ] }`],
    ['print several times', `for (const text of ['a', 'b']) console.log(text); // a; then b`],
    ['print inside of a callback', `[1].forEach((value) => console.log(value)); // 1`],
    ['await', `console.log(await Promise.resolve(1)); // 1`],
    ['import', `import { isError } from '@octollm/errors';\nconsole.log(isError(1)); // false`],
    ['import from Node', `import { sep } from 'node:path/posix';\nconsole.log(sep); // /`],
    ['import a default', `import ts from 'typescript';\nconsole.log(typeof ts.transpile); // function`],
    [
      'use decorators of parameters, as Nest does',
      `const mark = (_target: object, _name: string | undefined, index: number): void => console.log(index); // 0\nexport class A {\n  f(@mark _x: number): void {}\n}`,
    ],
    ['hand over the console', `const logger: Pick<Console, 'warn'> = console;\nlogger.warn('quiet');`],
  ] as const;
  const text = allowed.map(([, code]) => `\`\`\`ts\n${code}\n\`\`\`\n`).join('\n');
  const read = readRuntimeSamples({ path: 'docs/runtime/page.md', text });

  test.each(allowed.map(([what], index) => [what, read[index]] as const))('%s', async (_, sample) => {
    expect(sample && (await findRuntimeProblems(sample, load))).toEqual([]);
  });

  test('all of that with its types', () => {
    expect(findTypeProblems(read, options)).toEqual([]);
  });

  test('be shown without running, with a mark', () => {
    expect(readRuntimeSamples({ path: 'page.md', text: '```ts incorrect\nthrow 1;\n```\n' })).toEqual([]);
  });
});
