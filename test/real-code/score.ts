import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import plugin from 'eslint-plugin-octollm';
import { format, resolveConfig } from 'prettier';
import { fetchCorpus } from './fetch-corpus.ts';
import { getLabelSet, handlerLabels, labelSets } from './labelled-handlers.ts';
import type { HandlerLabel } from './labelled-handlers.ts';
import { findMisses, getCorpusSet, getFigures, getNarrowingFigures, scoreHandlers } from './score-handlers.ts';
import type { Figures, NarrowingFigures, ScoredHandler } from './score-handlers.ts';

const { values } = parseArgs({
  options: { set: { type: 'string' }, misses: { type: 'boolean' }, write: { type: 'boolean' } },
});

const set = labelSets.find((name) => name === values.set);
if (values.set !== undefined && set === undefined) {
  console.error(`Cannot score the set \`${values.set}\`: there are only ${labelSets.join(', ')}.`);
  process.exitCode = 2;
} else {
  await fetchCorpus(getCorpusSet(set));
  const scored = scoreHandlers(plugin, set);
  const table = renderTable(scored);
  console.log(table);
  // Who tunes by the misses of a set has nothing left to check with, so only those of dev are shown unasked.
  const shown = set ? scored : scored.filter((one) => getLabelSet(one.package, one.label.file) === 'dev');
  if (values.misses) console.log([...findMisses(shown)].sort().join('\n'));
  if (values.write) await writeTable(table);
}

function renderTable(scored: readonly ScoredHandler[]): string {
  const parts = {
    all: scored,
    ...Object.fromEntries(
      labelSets.map((name) => [name, scored.filter((one) => getLabelSet(one.package, one.label.file) === name)]),
    ),
    'not debatable': scored.filter((one) => !one.label.debatable),
  };
  const names = Object.entries(parts).filter(([, sites]) => sites.length > 0);
  const head = ['label', ...names.map(([name, sites]) => `${name} (${sites.length}): precision, recall, n`)];
  const rows = handlerLabels.map((label) => [
    label,
    ...names.map(([, sites]) => renderCell(label, getFigures(sites, label))),
  ]);
  rows.push(['narrowing', ...names.map(([, sites]) => renderNarrowing(getNarrowingFigures(sites)))]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function renderCell(label: HandlerLabel, { precision, recall, n }: Figures): string {
  const percent = (share: number): string => (Number.isNaN(share) ? '-' : `${(100 * share).toFixed(0)} %`);
  // Only written annotations are labelled, while the rule also knows where TypeScript supplies the `any`.
  return `${label === 'any-typed' ? '-' : percent(precision)}, ${percent(recall)}, ${n}`;
}

function renderNarrowing({ n, wrong }: NarrowingFigures): string {
  return n === 0 ? '-' : `${((100 * (n - wrong)) / n).toFixed(0)} %, -, ${n}`;
}

async function writeTable(table: string): Promise<void> {
  const path = join(import.meta.dirname, 'README.md');
  const page = readFileSync(path, 'utf8');
  const text = page.replace(/(?<=<!-- figures -->\n)[\s\S]*(?=<!-- \/figures -->)/, `\n${table}\n\n`);
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}
