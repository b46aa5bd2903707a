import { posix } from 'node:path';
import type { SourceFile } from './tree.ts';

/** What a row of the table of the standard may name. */
export interface Provable {
  /** The names and members that an entry, such as `@octollm/errors/retry`, exports. */
  readonly exports: ReadonlyMap<string, ReadonlySet<string>>;
  /** The titles in a test file, by its path in the repository. */
  readonly titles: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface StandardRow {
  readonly part: string;
  readonly exports: string;
  readonly proof: string;
}

/** Reads the rows of every table with the columns part, export and proof. */
export function readStandardRows(text: string): StandardRow[] {
  return text.split('\n').flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [, part = '', exports = '', proof = ''] = cells;
    const isRow = cells.length === 5 && part !== 'Part' && !/^:?-+:?$/.test(part);
    return isRow ? [{ part, exports, proof }] : [];
  });
}

/** Lists what the rows of a page name and the project does not have, and rows that name nothing. */
export function findUnproven({ path, text }: SourceFile, known: Provable): string[] {
  return readStandardRows(text).flatMap(({ part, exports, proof }) =>
    [...findUnknownExports(exports, known), ...findUnknownTests(path, proof, known)].map(
      (problem) => `${part}: ${problem}`,
    ),
  );
}

/** A cell holds entries, each followed by what comes from it: `/retry` `retry` `createRetry` `/http` `getStatus`. */
function findUnknownExports(cell: string, { exports }: Provable): string[] {
  const problems: string[] = [];
  let entry = '';
  let names = 0;
  for (const name of readCodeSpans(cell)) {
    if (name.startsWith('/')) {
      entry = name;
      continue;
    }
    names++;
    if (!exports.get(`@octollm/errors${entry}`)?.has(name)) problems.push(`no export ${name} of ${entry}`);
  }
  return names === 0 ? ['names no export'] : problems;
}

/** A cell holds links to test files, each followed by titles from it. */
function findUnknownTests(page: string, cell: string, { titles }: Provable): string[] {
  const files = [...cell.matchAll(/\]\(([^)]+)\)((?: `[^`]+`)*)/g)];
  if (files.length === 0) return ['names no test'];
  return files.flatMap(([, link = '', named = '']) => {
    const path = posix.join(posix.dirname(page), link);
    const spans = readCodeSpans(named);
    if (spans.length === 0) return [`names no test of ${path}`];
    return spans.filter((title) => !titles.get(path)?.has(title)).map((title) => `no test ${title} in ${path}`);
  });
}

function readCodeSpans(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replaceAll('\\|', '|'));
}
