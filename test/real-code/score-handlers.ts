import type { SourceCode } from 'eslint';
import type { CorpusPackage, CorpusSet } from './corpus.ts';
import { findHandlerSites, findInnermostSite } from './handler-sites.ts';
import type { HandlerSite } from './handler-sites.ts';
import { getLabelledHandlers, getLabelSet, getPackagesWithLabels, handlerLabels } from './labelled-handlers.ts';
import type { HandlerLabel, LabelledHandler, LabelSet } from './labelled-handlers.ts';
import { lintCorpusFile } from './lint-corpus-file.ts';
import type { LintedFile, LintedPlugin } from './lint-corpus-file.ts';

/** What a report says of the handler that it lies in; of those that take every error for the expected one there are no labels. */
export type Claim = HandlerLabel | 'catch-all';

const claimOfRule: Readonly<Record<string, Claim>> = {
  'no-silent-catch': 'dropped',
  'no-silent-fallback': 'dropped',
  'no-log-only-catch': 'log-only',
  'require-cause': 'lost-cause',
  'no-any-in-handler': 'any-typed',
  'require-error-narrowing': 'catch-all',
};

export interface ScoredHandler {
  readonly package: string;
  readonly label: LabelledHandler;
  readonly reported: ReadonlySet<Claim>;
  /** False if the label points at no handler of its kind, which labels.test.ts refuses. */
  readonly hasSite: boolean;
}

export interface Figures {
  /** Handlers that carry the label. */
  readonly n: number;
  readonly found: number;
  readonly falseAlarms: number;
  readonly precision: number;
  readonly recall: number;
}

/** Lints the labelled files and notes what was reported in each labelled handler. */
export function scoreHandlers(plugin: LintedPlugin, set?: LabelSet): readonly ScoredHandler[] {
  return getPackagesWithLabels(getCorpusSet(set)).flatMap((entry) => scorePackage(plugin, entry, set));
}

/** Names the packages that hold a set of labels; those of `first-sight` are fetched apart from the others. */
export function getCorpusSet(set?: LabelSet): CorpusSet {
  return set === 'first-sight' ? 'first-sight' : 'labels';
}

function scorePackage(plugin: LintedPlugin, entry: CorpusPackage, set?: LabelSet): readonly ScoredHandler[] {
  const labels = getLabelledHandlers(entry).filter(({ file }) => !set || getLabelSet(entry.name, file) === set);
  return [...new Set(labels.map(({ file }) => file))].flatMap((file) => {
    const inFile = labels.filter((label) => label.file === file);
    const linted = lintCorpusFile(plugin, entry, file);
    const sites = findHandlerSites(linted.sourceCode);
    const reported = matchReports(linted, inFile);
    return inFile.map((label) => ({
      package: entry.name,
      label,
      reported: reported.get(label) ?? new Set(),
      hasSite: findLabelledSite(label, sites) !== undefined,
    }));
  });
}

/** Gives every report to the innermost handler around its start; reports in handlers without a label are left out. */
export function matchReports(
  { messages, sourceCode }: LintedFile,
  labels: readonly LabelledHandler[],
): ReadonlyMap<LabelledHandler, ReadonlySet<Claim>> {
  const sites = findHandlerSites(sourceCode);
  const reported = new Map(labels.map((label) => [label, new Set<Claim>()]));
  for (const { ruleId, line, column } of messages) {
    const claim = claimOfRule[ruleId?.replace('octollm/', '') ?? ''];
    const site = findInnermostSite(sites, getOffset(sourceCode, line, column));
    const label = site && labels.find((candidate) => isAt(candidate, site, sites));
    if (claim && label) reported.get(label)?.add(claim);
  }
  return reported;
}

/** Two handlers of one kind on one line are told apart by nothing, so the first counts. */
function isAt(label: LabelledHandler, site: HandlerSite, sites: readonly HandlerSite[]): boolean {
  return findLabelledSite(label, sites) === site;
}

function findLabelledSite(label: LabelledHandler, sites: readonly HandlerSite[]): HandlerSite | undefined {
  return sites.find(({ kind, line }) => kind === label.kind && line === label.line);
}

function getOffset(sourceCode: SourceCode, line: number, column: number): number {
  return sourceCode.getIndexFromLoc({ line, column: column - 1 });
}

export function getFigures(scored: readonly ScoredHandler[], label: HandlerLabel): Figures {
  const count = (isLabelled: boolean, isReported: boolean): number =>
    scored.filter((one) => one.label.labels.includes(label) === isLabelled && one.reported.has(label) === isReported)
      .length;
  const found = count(true, true);
  const falseAlarms = count(false, true);
  const n = found + count(true, false);
  return { n, found, falseAlarms, precision: found / (found + falseAlarms), recall: found / n };
}

/** Reports of narrowing, and how many of them lie in handlers that a reviewer would let pass. */
export interface NarrowingFigures {
  readonly n: number;
  readonly wrong: number;
  /** Wrong ones where no two reviewers would disagree. */
  readonly clearlyWrong: number;
}

/** Counts a report of narrowing as right where the reader says that the handler drops its error, or that it only logs it. */
export function getNarrowingFigures(scored: readonly ScoredHandler[]): NarrowingFigures {
  const reported = scored.filter((one) => one.reported.has('catch-all'));
  const wrong = reported.filter(({ label }) => !label.labels.some((one) => one === 'dropped' || one === 'log-only'));
  return {
    n: reported.length,
    wrong: wrong.length,
    clearlyWrong: wrong.filter(({ label }) => !label.debatable).length,
  };
}

/** Lists every handler where the rules and the reader disagree. */
export function findMisses(scored: readonly ScoredHandler[]): readonly string[] {
  return scored.flatMap(({ package: name, label, reported }) =>
    handlerLabels
      .filter((one) => label.labels.includes(one) !== reported.has(one))
      .filter((one) => one !== 'any-typed' || !reported.has(one))
      .map((one) => {
        const verdict = reported.has(one) ? 'false alarm' : 'missed';
        const doubt = label.debatable ? ' (debatable)' : '';
        return `${one} ${verdict}${doubt}: ${name}/${label.file}:${label.line} - ${label.note}`;
      }),
  );
}
