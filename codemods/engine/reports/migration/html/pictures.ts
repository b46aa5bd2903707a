import { posix } from 'node:path';
import type { MigrationResult } from '../../../migrate/migration-result.ts';
import { formatNumber } from '../../wording.ts';
import { listChanges } from '../migration-view.ts';
import { tallyCodemods, tallyFolders } from '../tally.ts';
import { drawStackedBars, type StackedBars } from './charts.ts';
import { escapeHtml } from './escape.ts';

/** Further folders are counted together: a picture is for what stands out. */
const mostFolders = 12;

/** The pictures of a migration, each with its numbers in a table. */
export function showPictures(result: MigrationResult): string {
  if (result.files.length === 0) return '';
  const folders = countByFolder(result);
  return [
    showPicture('By codemod', 'codemod', countByCodemod(result)),
    folders.names.length > 0 ? showPicture('Changes by folder', 'folder', folders) : '',
  ].join('\n');
}

function countByCodemod(result: MigrationResult): StackedBars {
  const tallies = tallyCodemods(result);
  return {
    names: tallies.map(({ name }) => name),
    series: [
      { name: 'changes', color: '--made', values: tallies.map(({ changes }) => changes) },
      { name: 'held back', color: '--held', values: tallies.map(({ left }) => left.unsafe + left.unsure) },
      { name: 'left alone', color: '--left', values: tallies.map(({ left }) => left.manual + left.declined) },
    ],
  };
}

function countByFolder(result: MigrationResult): StackedBars {
  const folders = tallyFolders(result).filter(({ changes }) => changes > 0);
  const names = folders.slice(0, mostFolders).map(({ name }) => name);
  const rest = folders.length - names.length;
  const rows = rest > 0 ? [...names, `${formatNumber(rest)} more folders`] : names;
  const codemods = result.codemods.map(({ name }) => name);
  const counts = new Map(codemods.map((name) => [name, rows.map(() => 0)]));
  for (const { file, codemod } of listChanges(result)) {
    const row = names.indexOf(posix.dirname(file));
    const values = counts.get(codemod);
    const index = row === -1 ? names.length : row;
    if (values) values[index] = (values[index] ?? 0) + 1;
  }
  const series = [...counts].map(([name, values], index) => ({ name, color: `--series-${(index % 8) + 1}`, values }));
  return { names: rows, series: series.filter(({ values }) => values.some((value) => value > 0)) };
}

function showPicture(title: string, first: string, bars: StackedBars): string {
  const head = [first, ...bars.series.map(({ name }) => name)].map(
    (name) => `<th scope="col">${escapeHtml(name)}</th>`,
  );
  const rows = bars.names.map((name, index) => {
    const cells = bars.series.map(({ values }) => `<td>${formatNumber(values[index] ?? 0)}</td>`);
    return `<tr><th scope="row">${escapeHtml(name)}</th>${cells.join('')}</tr>`;
  });
  return `<figure>
<figcaption>${escapeHtml(title)}</figcaption>
<div class="picture" aria-hidden="true">${drawStackedBars(bars)}</div>
<details><summary>${escapeHtml(title)}: the numbers</summary>
<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></details>
</figure>`;
}
