import { describe, expect, it } from 'vitest';
import { createPackageFinder } from '../../../codemods/engine/discover/package-finder.ts';
import { describeJestTransform } from '../../../codemods/engine/migrate/jest-transform.ts';
import { createProject } from '../support/temporary-project.ts';

const manifest = { devDependencies: { jest: '*' } };

/** What is said of a project with this Jest, in which new code imports the runtime. */
function describeProject(version: string | undefined, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const folder = createProject({
    'package.json': JSON.stringify(manifest),
    ...(version === undefined ? {} : { 'node_modules/jest/package.json': JSON.stringify({ version }) }),
    ...files,
  });
  const show = (path: string): string => path.slice(folder.length + 1) || '.';
  return describeJestTransform([`${folder}/src/a.ts`, `${folder}/src/b.ts`], createPackageFinder(), show);
}

describe('tests of new code in Jest', () => {
  it('need a transformation, which is told once a package', () => {
    expect(describeProject('29.7.0')).toEqual([
      "Jest 29 in `.` loads no ECMAScript modules: let it transform `@octollm/errors`, with `transformIgnorePatterns: ['/node_modules/(?!@octollm/)']` and a `transform` for `.js`.",
    ]);
  });

  it('need none since Jest 30', () => {
    expect(describeProject('30.0.1')).toEqual([]);
  });

  it('need none where the configuration has it', () => {
    const config = "module.exports = { transformIgnorePatterns: ['/node_modules/(?!@octollm/)'] };\n";
    expect(describeProject('29.7.0', { 'jest.config.js': config })).toEqual([]);
  });

  it('need none where all packages are transformed', () => {
    const config = 'module.exports = { transformIgnorePatterns: [`/.pnp.cjs$`] };\n';
    expect(describeProject('29.7.0', { 'jest.config.js': config })).toEqual([]);
  });

  it('need one where other packages have theirs', () => {
    const config = "module.exports = { transformIgnorePatterns: ['/node_modules/(?!lodash-es)'] };\n";
    expect(describeProject('29.7.0', { 'jest.config.js': config })).toHaveLength(1);
  });

  it('are no matter where Jest is not installed, or belongs to nobody', () => {
    expect(describeProject(undefined)).toEqual([]);
    expect(describeProject('29.7.0', { 'package.json': '{}' })).toEqual([]);
  });
});
