import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import plugin from 'eslint-plugin-octollm';
import { getCorpusPackages, getPackageFolder, listSources } from './corpus.ts';
import { fetchCorpus } from './fetch-corpus.ts';
import { lintText } from './lint-corpus-file.ts';

/** Runs every rule over every file of the corpus; a file that does not parse is counted apart, a throwing rule fails. */
await fetchCorpus('bench');

const reports = new Map<string, number>();
const crashes: string[] = [];
const unparsable: string[] = [];
let files = 0;
let lines = 0;
const started = performance.now();

for (const entry of getCorpusPackages('bench')) {
  for (const file of listSources(entry)) {
    const text = readFileSync(join(getPackageFolder(entry), file), 'utf8');
    files += 1;
    lines += text.split('\n').length;
    lint(text, `${entry.name}/${file}`);
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${files} files, ${entry.name}\u001b[K`);
}

const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`${files} files, ${lines} lines, ${seconds} s.`);
for (const [rule, count] of [...reports].sort()) console.log(`  ${rule}: ${count} reports`);
console.log(`${unparsable.length} files do not parse.`);
console.log(`${crashes.length} crashes.`);
for (const crash of crashes) console.error(crash);
if (crashes.length > 0) process.exitCode = 1;

function lint(text: string, name: string): void {
  try {
    for (const { ruleId } of lintText(plugin, text, name).messages)
      if (ruleId !== null) reports.set(ruleId, (reports.get(ruleId) ?? 0) + 1);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (message.includes('Cannot lint')) unparsable.push(name);
    else crashes.push(`${name}\n${message}`);
  }
}
