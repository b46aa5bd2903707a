import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { throwToHierarchy } from '../../codemods/throw-to-hierarchy.ts';
import { readSettings } from '../../codemods/engine/audit/read-settings.ts';
import { unknownProject } from '../../codemods/engine/transform/project-questions.ts';
import { transformText } from '../../codemods/engine/transform/transform-text.ts';
import { findLabelledThrows, throwSets, type LabelledThrow, type ThrowSet } from './labelled-throws.ts';

/** A labelled throw for which `throw-to-hierarchy` would write a class, however unsure it is. */
export interface Dared {
  readonly label: LabelledThrow;
  readonly confidence: number;
  /** Whether the class is the labeller's first or second choice. */
  readonly isRight: boolean;
}

/** Runs the codemod over the labelled files of a set. */
export function findDared(set: ThrowSet): Dared[] {
  const places = findLabelledThrows(set);
  const texts = new Map(places.map(({ label, text }) => [`${label.package}/${label.file}`, text]));
  const dared = new Map([...texts].map(([path, text]) => [path, runCodemod(path, text)]));
  return places.flatMap(({ label }) => {
    const change = dared.get(`${label.package}/${label.file}`)?.get(label.line);
    if (!change) return [];
    const isRight = change.name === label.first || change.name === label.second;
    return [{ label, confidence: change.confidence, isRight }];
  });
}

interface Written {
  readonly name: string;
  readonly confidence: number;
}

/** The classes that the codemod writes, by the line in the file as it was. */
function runCodemod(path: string, text: string): Map<number, Written> {
  const outcome = transformText(path, text, {
    codemods: [throwToHierarchy],
    settings: readSettings({}),
    project: unknownProject,
    options: { [throwToHierarchy.name]: { minimumConfidence: 0 } },
    decide: () => 'apply',
  });
  if (outcome.status !== 'done') throw new Error(`Cannot score ${path}: ${JSON.stringify(outcome)}`);
  return new Map(
    outcome.applied.map(({ place, confidence, reason }) => [
      place.line,
      { name: /^`(\w+)`/.exec(reason)?.[1] ?? '', confidence },
    ]),
  );
}

/** The share that is right of what is dared from a confidence on. */
export function getShareFrom(dared: readonly Dared[], least: number): number {
  const sure = dared.filter(({ confidence }) => confidence >= least);
  return sure.filter(({ isRight }) => isRight).length / sure.length;
}

const bands = [
  [0, 0.5],
  [0.5, 0.6],
  [0.6, 0.7],
  [0.7, 0.8],
  [0.8, 0.9],
  [0.9, 1.01],
] as const;

function renderTable(): string {
  const sets = throwSets.map((set) => findDared(set));
  const columns = [sets.flat(), ...sets];
  const renderRow = (name: string, from: number, to: number): string[] => [
    name,
    ...columns.map((dared) => renderCell(dared.filter(({ confidence }) => confidence >= from && confidence < to))),
  ];
  const rows = [
    ['Confidence', ...['All', ...throwSets].map((name, index) => `${name} (${columns[index]?.length ?? 0})`)],
    columns.flatMap(() => '---').concat('---'),
    ...bands.map(([from, to]) => renderRow(`${from} to ${Math.min(1, to)}`, from, to)),
    ...[0, 0.7, 0.8, 0.9].map((from) => renderRow(`${from} and more`, from, Infinity)),
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function renderCell(dared: readonly Dared[]): string {
  return dared.length === 0 ? '-' : `${(100 * getShareFrom(dared, 0)).toFixed(0)} % of ${dared.length}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const table = renderTable();
  console.log(table);
  if (process.argv.includes('--write')) {
    const path = resolve(import.meta.dirname, '../../docs/codemods/throw-to-hierarchy.md');
    const page = readFileSync(path, 'utf8');
    const text = page.replace(/(?<=<!-- figures -->\n)[\s\S]*(?=<!-- \/figures -->)/, `\n${table}\n\n`);
    writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
  }
}
