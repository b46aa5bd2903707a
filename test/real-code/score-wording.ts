import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SourceCode } from 'eslint';
import plugin from 'eslint-plugin-octollm';
import { getCorpusPackages } from './corpus.ts';
import { fetchCorpus } from './fetch-corpus.ts';
import { lintCorpusFile } from './lint-corpus-file.ts';
import type { LintedPlugin } from './lint-corpus-file.ts';

/** One line that looks like a decision by the text of an error, and whether a reader says that it is one. */
export interface LabelledWording {
  readonly package: string;
  readonly file: string;
  /** One-based. */
  readonly line: number;
  readonly matches: boolean;
  /** Two reviewers could disagree. */
  readonly debatable?: true;
  readonly note: string;
}

export interface ScoredWording {
  readonly label: LabelledWording;
  readonly isReported: boolean;
}

export interface WordingFigures {
  readonly n: number;
  readonly precision: number;
  readonly recall: number;
}

const rule = 'no-error-message-matching';

export function getLabelledWording(): readonly LabelledWording[] {
  const path = join(import.meta.dirname, 'labels', 'wording', 'sites.json');
  // labels.test.ts checks the shape.
  return JSON.parse(readFileSync(path, 'utf8')) as readonly LabelledWording[];
}

/** Lints the labelled files with the one rule, and notes for each labelled line whether a reported decision covers it. */
export function scoreWording({ rules }: LintedPlugin): readonly ScoredWording[] {
  const labels = getLabelledWording();
  const only: LintedPlugin = { rules: { [rule]: rules[rule] } };
  return getCorpusPackages('labels').flatMap((entry) => {
    const own = labels.filter((label) => label.package === entry.name);
    return [...new Set(own.map(({ file }) => file))].flatMap((file) => {
      const { messages, sourceCode } = lintCorpusFile(only, entry, file);
      const reports = messages
        .filter(({ ruleId }) => ruleId?.endsWith(rule))
        .map(({ line, column }) => locate(sourceCode, line, column));
      return own
        .filter((label) => label.file === file)
        .map((label) => ({ label, isReported: reports.some((report) => covers(report, label)) }));
    });
  });
}

interface Located {
  readonly type: string;
  readonly range: readonly [number, number];
  readonly loc: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
  readonly parent: Located | null;
}

interface Report {
  /** The condition: all tests of one condition are one report. */
  readonly decision: Located;
  /** The function around it: a text that is matched again and again in one function is reported once. */
  readonly owner: Located;
}

function locate(sourceCode: SourceCode, line: number, column: number): Report {
  const start = sourceCode.getIndexFromLoc({ line, column: column - 1 });
  // ESLint's node type is ESTree's, without parents.
  let decision = sourceCode.getNodeByRangeIndex(start) as unknown as Located;
  while (decision.parent && isPartOfCondition(decision.parent)) decision = decision.parent;
  let owner = decision;
  while (owner.parent && !/Function/.test(owner.type)) owner = owner.parent;
  return { decision, owner };
}

function isPartOfCondition({ type }: Located): boolean {
  return /^(?:Logical|Unary|Binary|Chain|Member|Call)Expression$/.test(type);
}

function covers({ decision, owner }: Report, { line, matches }: LabelledWording): boolean {
  if (decision.loc.start.line <= line && line <= decision.loc.end.line) return true;
  return matches && decision.loc.end.line < line && line <= owner.loc.end.line;
}

export function getWordingFigures(scored: readonly ScoredWording[]): WordingFigures {
  const count = (matches: boolean, isReported: boolean): number =>
    scored.filter((one) => one.label.matches === matches && one.isReported === isReported).length;
  const found = count(true, true);
  const n = found + count(true, false);
  return { n, precision: found / (found + count(false, true)), recall: found / n };
}

function describe(scored: readonly ScoredWording[]): string {
  const { n, precision, recall } = getWordingFigures(scored);
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
  return `precision ${percent(precision)}, recall ${percent(recall)}, ${n} of ${scored.length} lines match`;
}

function printMisses(scored: readonly ScoredWording[]): void {
  for (const { label, isReported } of scored)
    if (label.matches !== isReported)
      console.log(
        `${isReported ? 'false alarm' : 'missed'}${label.debatable ? ' (debatable)' : ''}: ` +
          `${label.package}/${label.file}:${label.line} - ${label.note}`,
      );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await fetchCorpus('labels');
  const scored = scoreWording(plugin);
  const clear = scored.filter(({ label }) => !label.debatable);
  const figures = `Message matching: ${describe(scored)}; where reviewers would agree: ${describe(clear)}.`;
  console.log(figures);
  if (process.argv.includes('--misses')) printMisses(scored);
  if (process.argv.includes('--write')) {
    const path = join(import.meta.dirname, 'README.md');
    const text = readFileSync(path, 'utf8').replace(
      /(?<=<!-- wording -->\n)[\s\S]*(?=<!-- \/wording -->)/,
      `\n${figures}\n\n`,
    );
    writeFileSync(path, text);
  }
}
