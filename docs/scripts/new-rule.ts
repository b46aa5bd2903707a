import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createRuleFiles, getNameProblem } from './templates/create-rule-files.ts';
import { repository } from './repository.ts';

/*
 * npm run new:rule NAME    copies the template to rules/NAME.ts, test/rules/NAME.test.ts and docs/rules/NAME.md
 */
const [name = ''] = process.argv.slice(2);
const problem = getNameProblem(name);
const files = problem ? [] : createRuleFiles(name);
const taken = files.find(({ path }) => existsSync(path));
if (problem ?? taken) {
  console.error(
    problem ?? `Cannot create the rule ${name}: ${relative(repository, taken?.path ?? '')} is already there.`,
  );
  process.exit(2);
}

for (const { path, content } of files) {
  writeFileSync(path, content);
  console.log(`written: ${relative(repository, path)}`);
}
const generate = join(import.meta.dirname, 'generate.ts');
const { status } = spawnSync(process.execPath, [...process.execArgv, generate], { cwd: repository, stdio: 'inherit' });
process.exitCode = status ?? 1;
