import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { createGeneratedFiles } from './generated/create-generated-files.ts';
import { repository } from './repository.ts';

/*
 * npm run generate               writes every generated file and every generated section
 * npm run generate -- --check    writes nothing, lists what is stale, exits 1 if anything is
 */
const isCheck = process.argv.includes('--check');
const unknown = process.argv.slice(2).filter((argument) => argument !== '--check');
if (unknown.length > 0) {
  console.error(`Unknown option ${unknown.join(' ')}: the only one is --check.`);
  process.exit(2);
}

const { files, missing } = await createGeneratedFiles();
const stale = files.filter(({ path, content }) => !existsSync(path) || readFileSync(path, 'utf8') !== content);
for (const { path, content } of stale) {
  console.log(`${isCheck ? 'stale' : 'written'}: ${relative(repository, path)}`);
  if (isCheck) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
for (const path of missing) console.log(`missing: ${relative(repository, path)}`);

if (isCheck && stale.length > 0) console.log('Run `npm run generate` and commit what it writes.');
if (missing.length > 0 || (isCheck && stale.length > 0)) process.exitCode = 1;
