import { ConfigurationError } from '../errors/configuration-error.ts';
import type { CatalogEntry } from './catalog-entry.ts';
import { catalog } from './catalog.ts';
import type { EntryDraft, ReportProblem } from './parse-entry.ts';
import { isObject, parseEntry } from './parse-entry.ts';

/**
 * Reads a project's own catalogue from JSON and fills in what it leaves out.
 *
 * An entry needs only its `name`. Kind, status, severity and retryable come from the parent; the code and the title
 * come from the name.
 *
 * @param json A list of entries, which replaces the catalogue of the standard, or
 *   `{ "extends": "octollm", "errors": [...] }`, which adds to it; an entry whose name the standard has replaces it there.
 * @returns The entries, parents before children.
 * @throws A `ConfigurationError` that names every problem with its JSON path.
 */
export function parseCatalog(json: unknown): CatalogEntry[] {
  const problems: string[] = [];
  const report: ReportProblem = (path, problem) => problems.push(`\`${path}\` ${problem}`);

  const { base, errors, path } = readSource(json, report);
  const drafts = errors.flatMap((entry, index) => parseEntry(entry, `${path}[${index}]`, report) ?? []);
  const entries = completeEntries(drafts, base, report);
  reportDuplicateCodes(entries, drafts, report);

  if (problems.length === 0) return entries;
  throw new ConfigurationError(`Could not read the error catalogue: ${problems.join('; ')}.`, {
    details: { setting: 'catalog' },
  });
}

interface Source {
  readonly base: readonly CatalogEntry[];
  readonly errors: readonly unknown[];
  readonly path: string;
}

function readSource(json: unknown, report: ReportProblem): Source {
  if (Array.isArray(json)) return { base: [], errors: json, path: '$' };
  const empty: Source = { base: [], errors: [], path: '$' };
  if (!isObject(json)) {
    report('$', 'must be a list of entries or an object with `errors`');
    return empty;
  }
  for (const key of Object.keys(json)) {
    if (!['extends', 'errors', '$schema'].includes(key)) report(`$.${key}`, 'is neither `extends` nor `errors`');
  }
  const extended = json['extends'];
  if (extended !== undefined && extended !== 'octollm') report('$.extends', 'must be `octollm` or left out');
  const errors = json['errors'];
  if (!Array.isArray(errors)) {
    report('$.errors', 'must be a list of entries');
    return empty;
  }
  return { base: extended === 'octollm' ? catalog : [], errors, path: '$.errors' };
}

function completeEntries(
  drafts: readonly EntryDraft[],
  base: readonly CatalogEntry[],
  report: ReportProblem,
): CatalogEntry[] {
  const own = new Map<string, EntryDraft>();
  for (const draft of drafts) {
    const first = own.get(draft.name);
    if (first) report(`${draft.path}.name`, `repeats \`${draft.name}\` of \`${first.path}\``);
    else own.set(draft.name, draft);
  }
  const inherited = new Map(base.map((entry) => [entry.name, entry]));
  const complete = new Map<string, CatalogEntry>();

  const resolve = (name: string, descendants: readonly string[]): CatalogEntry | undefined => {
    const known = complete.get(name);
    if (known) return known;
    const draft = own.get(name);
    const original = inherited.get(name);
    const parentName = draft ? draft.parent : original?.parent;
    if (parentName === undefined) return undefined;

    let parent: CatalogEntry | undefined;
    if (parentName !== null) {
      const line = [...descendants, name];
      if (line.includes(parentName)) {
        const cycle = [...line.slice(line.indexOf(parentName)), parentName];
        report(`${draft?.path ?? '$'}.parent`, `closes a cycle (${cycle.join(' extends ')})`);
      } else {
        parent = resolve(parentName, line);
        if (!parent) report(`${draft?.path ?? '$'}.parent`, `names \`${parentName}\`, which is not in the catalogue`);
      }
    }
    const entry = draft ? completeEntry(draft, parent) : original;
    if (entry) complete.set(name, entry);
    return entry;
  };

  for (const name of [...inherited.keys(), ...own.keys()]) resolve(name, []);
  return [...complete.values()];
}

function completeEntry(draft: EntryDraft, parent: CatalogEntry | undefined): CatalogEntry {
  const words = draft.name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ').split(' ');
  const title = draft.title ?? words.map((word, index) => (index === 0 ? word : word.toLowerCase())).join(' ');
  return {
    name: draft.name,
    parent: draft.parent,
    code: draft.code ?? words.join('_').toUpperCase(),
    kind: draft.kind ?? parent?.kind ?? 'unknown',
    status: draft.status ?? parent?.status ?? 500,
    severity: draft.severity ?? parent?.severity ?? 'error',
    retryable: draft.retryable === undefined ? (parent?.retryable ?? null) : draft.retryable,
    title,
    details: draft.details,
    doc: draft.doc ?? `${title}.`,
    signals: draft.signals,
  };
}

function reportDuplicateCodes(
  entries: readonly CatalogEntry[],
  drafts: readonly EntryDraft[],
  report: ReportProblem,
): void {
  const owners = new Map<string, CatalogEntry>();
  for (const entry of entries) {
    const owner = owners.get(entry.code);
    const draft = drafts.find(({ name }) => name === entry.name) ?? drafts.find(({ name }) => name === owner?.name);
    if (owner && draft)
      report(`${draft.path}.code`, `gives \`${entry.code}\` to \`${owner.name}\` and \`${entry.name}\``);
    owners.set(entry.code, entry);
  }
}
