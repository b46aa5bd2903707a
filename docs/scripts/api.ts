import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createReference } from './api/create-reference.ts';
import { listEntries } from './api/entries.ts';
import { listPages } from './api/list-pages.ts';
import { repository } from './repository.ts';

/*
 * npm run docs:api               checks the docstrings of the runtime and writes its reference, docs/runtime/api
 * npm run docs:api -- --check    writes nothing, lists what is stale, exits 1 if anything is
 */
const isCheck = process.argv.includes('--check');
const unknown = process.argv.slice(2).filter((argument) => argument !== '--check');
if (unknown.length > 0) {
  console.error(`Unknown option ${unknown.join(' ')}: the only one is --check.`);
  process.exit(2);
}

const folder = join(repository, 'docs/runtime/api');
const { pages, problems } = await createReference(listEntries(), join(repository, 'src/tsconfig.json'), folder);
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  console.error(`The reference cannot be written: ${problems.length} docstrings have to be mended.`);
  process.exit(1);
}

const stale = pages.filter(({ path, content }) => !existsSync(path) || readFileSync(path, 'utf8') !== content);
const orphans = listPages(folder).filter((path) => pages.every((page) => page.path !== path));
for (const { path, content } of stale) {
  console.log(`${isCheck ? 'stale' : 'written'}: ${relative(repository, path)}`);
  if (isCheck) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
for (const path of orphans) {
  console.log(`${isCheck ? 'orphan' : 'removed'}: ${relative(repository, path)}`);
  if (!isCheck) rmSync(path);
}
if (isCheck && stale.length + orphans.length > 0) {
  console.log('Run `npm run docs:api` and commit what it writes.');
  process.exitCode = 1;
}
