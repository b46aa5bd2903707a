import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { corpusSets, fetchedFolder, findPackageFolder, getCorpusPackages, isCorpusSet } from './corpus.ts';
import type { CorpusPackage, CorpusSet } from './corpus.ts';
import { restoreSources } from './restore-sources.ts';

const run = promisify(execFile);

/** Unpacks the packages of a set that are not on this machine yet; nothing of them is ever executed. */
export async function fetchCorpus(set: CorpusSet): Promise<readonly CorpusPackage[]> {
  const missing = getCorpusPackages(set).filter((entry) => findPackageFolder(entry) === undefined);
  const queue = [...missing];
  const worker = async (): Promise<void> => {
    for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) await fetchPackage(entry);
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
  return missing;
}

async function fetchPackage(entry: CorpusPackage): Promise<void> {
  const target = join(fetchedFolder, entry.name);
  await mkdir(dirname(target), { recursive: true });
  const temporary = await mkdtemp(join(dirname(fetchedFolder), 'fetch-'));
  try {
    const specifier = `${entry.name}@${entry.version}`;
    // npm is a .cmd file on Windows, which only a shell starts; the arguments come from corpus.json.
    const shell = process.platform === 'win32';
    await run('npm', ['pack', specifier, '--ignore-scripts', '--silent'], { cwd: temporary, shell });
    const [archive = ''] = await readdir(temporary);
    await run('tar', ['-xzf', archive], { cwd: temporary });
    // Most archives hold `package/`, some name the folder otherwise.
    const folder = (await readdir(temporary)).find((name) => name !== archive) ?? '';
    if (entry.sourceMaps) await restoreSources(join(temporary, folder));
    await rm(target, { recursive: true, force: true });
    await rename(join(temporary, folder), target);
  } catch (error) {
    throw new Error(`Cannot fetch ${entry.name}@${entry.version} with \`npm pack\`; check the network and try again.`, {
      cause: error,
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !isCorpusSet(name));
  if (unknown.length > 0) {
    console.error(`Cannot fetch the set ${unknown.join(', ')}: there are only ${corpusSets.join(', ')}.`);
    process.exitCode = 2;
  } else {
    for (const set of wanted.length > 0 ? wanted.filter(isCorpusSet) : (['bench'] as const)) {
      const fetched = await fetchCorpus(set);
      console.log(`${set}: ${getCorpusPackages(set).length} packages, ${fetched.length} fetched now.`);
    }
  }
}
