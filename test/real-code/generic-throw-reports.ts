import plugin from 'eslint-plugin-octollm';
import { findLabelledThrows, type LabelledThrow, type ThrowSet } from './labelled-throws.ts';
import { lintText } from './lint-corpus-file.ts';

export interface ReportCount {
  /** Places that a reader would report and the rule does. */
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

const reported = new Map<string, ReadonlySet<number>>();

/** Counts how far `no-generic-throw` with its default options agrees with the labels. */
export function countReports(sets: readonly ThrowSet[]): ReportCount {
  const places = sets.flatMap((set) => findLabelledThrows(set));
  const count = (isGeneric: boolean, isReported: boolean): number =>
    places.filter(
      ({ label, text }) => label.generic === isGeneric && getLines(label, text).has(label.line) === isReported,
    ).length;
  return { right: count(true, true), wrong: count(false, true), missed: count(true, false) };
}

/** The lines of a labelled file that the rule reports; each file is linted once. */
function getLines(label: LabelledThrow, text: string): ReadonlySet<number> {
  const file = `${label.package}/${label.file}`;
  const known = reported.get(file) ?? readLines(file, text);
  reported.set(file, known);
  return known;
}

function readLines(file: string, text: string): ReadonlySet<number> {
  const rules = { 'no-generic-throw': plugin.rules['no-generic-throw'] };
  return new Set(lintText({ rules }, text, file).messages.map(({ line }) => line));
}
