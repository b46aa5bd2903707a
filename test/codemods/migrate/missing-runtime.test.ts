import { describe, expect, it } from 'vitest';
import { createPackageFinder } from '../../../codemods/engine/discover/package-finder.ts';
import { describeMissingRuntime } from '../../../codemods/engine/migrate/missing-runtime.ts';
import { createChange, createFile } from '../support/migration.ts';
import { createProject } from '../support/temporary-project.ts';

const imports = "import { TimeoutError } from '@octollm/errors';\n";
const installed = '{ "dependencies": { "@octollm/errors": "*" } }';

/** What is said of a project all of whose TypeScript was changed. */
function describeProject(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = createProject(files);
  const changed = Object.entries(files)
    .filter(([name]) => name.endsWith('.ts'))
    .map(([name, after]) => createFile(name, { path: `${folder}/${name}`, after, applied: [createChange()] }));
  return describeMissingRuntime(changed, createPackageFinder(), (path) => path.slice(folder.length + 1) || '.');
}

describe('the package that new code imports', () => {
  it('is no matter where nothing imports it', () => {
    expect(describeProject({ 'package.json': '{}', 'a.ts': 'a();\n' })).toEqual([]);
  });

  it('is no matter where it is installed, also by the package around', () => {
    expect(describeProject({ 'package.json': installed, 'a.ts': imports })).toEqual([]);
    expect(describeProject({ 'package.json': installed, 'core/package.json': '{}', 'core/a.ts': imports })).toEqual([]);
  });

  it('must be installed where it is not', () => {
    expect(describeProject({ 'package.json': '{}', 'src/a.ts': imports, 'src/b/c.ts': imports })).toEqual([
      'New code in `.` imports `@octollm/errors`: install it there before you run that.',
    ]);
  });

  it('is told in one sentence, however many packages lack it', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const files = names.flatMap((name) => [
      [`${name}/package.json`, '{}'],
      [`${name}/a.ts`, imports],
    ]);
    expect(describeProject(Object.fromEntries(files) as Record<string, string>)).toEqual([
      'New code in `a`, `b`, `c` and 2 more imports `@octollm/errors`: install it there before you run that.',
    ]);
  });
});
