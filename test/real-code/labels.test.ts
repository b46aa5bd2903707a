import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import plugin from 'eslint-plugin-octollm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getCorpusPackages } from './corpus.ts';
import { fetchCorpus } from './fetch-corpus.ts';
import { getLabelledHandlers, getPackagesWithLabels, handlerLabels } from './labelled-handlers.ts';
import type { LabelledHandler } from './labelled-handlers.ts';
import { lintText } from './lint-corpus-file.ts';
import { getFigures, getNarrowingFigures, matchReports, scoreHandlers } from './score-handlers.ts';
import type { ScoredHandler } from './score-handlers.ts';
import { getLabelledWording, getWordingFigures, scoreWording } from './score-wording.ts';
import type { ScoredWording } from './score-wording.ts';

beforeAll(async () => {
  await fetchCorpus('labels');
}, 600_000);

describe('the match of reports with labels', () => {
  /** Reports every call of `report`, under the rule that is its argument. */
  const probes = Object.fromEntries(
    ['no-silent-catch', 'no-silent-fallback', 'no-log-only-catch', 'require-cause', 'only-throw-errors'].map((name) => [
      name,
      {
        create: (context: { report(found: object): void }) => ({
          [`CallExpression[callee.name='report'][arguments.0.value='${name}']`]: (node: object) =>
            context.report({ node, message: 'Found.' }),
        }),
      },
    ]),
  );
  const match = (text: string, label: Pick<LabelledHandler, 'line' | 'kind'>): string[] => {
    const full: LabelledHandler = { file: 'a.ts', labels: [], note: '', ...label };
    return [...(matchReports(lintText({ rules: probes }, text, 'a.ts'), [full]).get(full) ?? [])].sort();
  };

  test('a report inside a catch clause counts for it', () => {
    const text = `try { f() }\ncatch (e) {\n  report('no-silent-catch')\n}`;
    expect(match(text, { kind: 'catch-clause', line: 2 })).toEqual(['dropped']);
  });

  test('each rule stands for one label, and both silent rules for the same', () => {
    const text = `try {} catch { report('no-silent-fallback'); report('no-log-only-catch'); report('require-cause') }`;
    expect(match(text, { kind: 'catch-clause', line: 1 })).toEqual(['dropped', 'log-only', 'lost-cause']);
  });

  test('a rule without a label counts for nothing', () => {
    const text = `try {} catch { report('only-throw-errors') }`;
    expect(match(text, { kind: 'catch-clause', line: 1 })).toEqual([]);
  });

  test('a report before the handler or behind it does not count', () => {
    const text = `report('no-silent-catch')\ntry { report('no-silent-catch') } catch {}\nreport('no-silent-catch')`;
    expect(match(text, { kind: 'catch-clause', line: 2 })).toEqual([]);
  });

  test('the innermost handler takes the report', () => {
    const text = `try {} catch {\n  p.catch(() => report('no-silent-catch'))\n}`;
    expect(match(text, { kind: 'catch-clause', line: 1 })).toEqual([]);
    expect(match(text, { kind: 'promise-catch', line: 2 })).toEqual(['dropped']);
  });

  test('two handlers in one chain on one line are told apart by kind', () => {
    const text = `p.then(ok, () => report('no-silent-catch')).catch(() => report('require-cause'))`;
    expect(match(text, { kind: 'promise-then', line: 1 })).toEqual(['dropped']);
    expect(match(text, { kind: 'promise-catch', line: 1 })).toEqual(['lost-cause']);
  });

  test('a report at the method counts for its handler', () => {
    const text = `p\n  .catch(\n    report('no-silent-catch'))`;
    expect(match(text, { kind: 'promise-catch', line: 3 })).toEqual(['dropped']);
  });

  test('listeners, callbacks and rxjs handlers are known', () => {
    const text = [
      `socket.on('error', (e) => report('no-silent-catch'));`,
      `readFile(path, (err, text) => report('no-log-only-catch'));`,
      `pipe(catchError((e) => report('require-cause')));`,
      `socket.on('data', (e) => report('no-silent-catch'));`,
    ].join('\n');
    expect(match(text, { kind: 'event', line: 1 })).toEqual(['dropped']);
    expect(match(text, { kind: 'callback', line: 2 })).toEqual(['log-only']);
    expect(match(text, { kind: 'callback', line: 3 })).toEqual(['lost-cause']);
    expect(match(text, { kind: 'event', line: 4 })).toEqual([]);
  });

  test('a handler given by name is known where it is defined in the same file', () => {
    const text = `function fail(e: unknown): never {\n  report('require-cause');\n}\np.catch(fail);`;
    expect(match(text, { kind: 'promise-catch', line: 1 })).toEqual(['lost-cause']);
    expect(match(text, { kind: 'promise-catch', line: 4 })).toEqual([]);
  });

  test('a handler that is passed in is known where it is given only', () => {
    const text = `new Promise((resolve, reject) => {\n  report('require-cause');\n  p.catch(reject);\n})`;
    expect(match(text, { kind: 'promise-catch', line: 1 })).toEqual([]);
    expect(match(text, { kind: 'promise-catch', line: 3 })).toEqual([]);
  });

  test('figures count what was found, missed and alarmed falsely', () => {
    const site = (labelled: boolean, reported: boolean): ScoredHandler => ({
      package: 'p',
      label: { file: 'a.ts', line: 1, kind: 'event', labels: labelled ? ['dropped'] : [], note: '' },
      reported: new Set(reported ? ['dropped'] : []),
      hasSite: true,
    });
    const scored = [site(true, true), site(true, true), site(true, false), site(false, true), site(false, false)];
    expect(getFigures(scored, 'dropped')).toEqual({
      n: 3,
      found: 2,
      falseAlarms: 1,
      precision: 2 / 3,
      recall: 2 / 3,
    });
  });
});

describe('the labels', () => {
  test('speak of packages that are pinned in the corpus', () => {
    const files = readdirSync(join(import.meta.dirname, 'labels')).filter((file) => /^(?!throws).*\.json$/.test(file));
    const packages = [...getCorpusPackages('labels'), ...getCorpusPackages('first-sight')];
    const pinned = packages.map(({ name }) => `${name.replace('/', '+')}.json`);
    expect(files.filter((file) => !pinned.includes(file))).toEqual([]);
    expect(files.length).toBeGreaterThanOrEqual(10);
  });

  test('are enough, in every class', () => {
    const labels = getPackagesWithLabels().flatMap(getLabelledHandlers);
    expect(labels.length).toBeGreaterThanOrEqual(450);
    for (const label of handlerLabels)
      expect(labels.filter((one) => one.labels.includes(label)).length, label).toBeGreaterThanOrEqual(25);
  });

  const judged = [...getPackagesWithLabels(), ...getPackagesWithLabels('first-sight')];

  test.each(judged)('of $name say why and are given once', (entry) => {
    const labels = getLabelledHandlers(entry);
    expect(labels.filter(({ note }) => note.length < 5)).toEqual([]);
    expect(labels.filter((label) => label.labels.some((one) => !handlerLabels.includes(one)))).toEqual([]);
    expect(new Set(labels.map(({ file, line, kind }) => `${file}:${line} ${kind}`)).size).toBe(labels.length);
  });
});

describe('the rules on real code', () => {
  let scored: readonly ScoredHandler[] = [];

  beforeAll(() => {
    scored = scoreHandlers(plugin);
  }, 600_000);

  test('each label points at a handler of its kind', () => {
    expect(scored.filter(({ hasSite }) => !hasSite).map(({ label }) => `${label.file}:${label.line}`)).toEqual([]);
  });

  test.each([
    { label: 'dropped', precision: 0.9, recall: 0.87 },
    { label: 'log-only', precision: 0.8, recall: 0.8 },
    { label: 'lost-cause', precision: 0.93, recall: 0.95 },
  ] as const)('find $label with precision $precision and recall $recall', ({ label, precision, recall }) => {
    const figures = getFigures(scored, label);
    expect(figures.precision).toBeGreaterThanOrEqual(precision);
    expect(figures.recall).toBeGreaterThanOrEqual(recall);
  });

  test('ask for narrowing only where something is lost', () => {
    const { n, wrong, clearlyWrong } = getNarrowingFigures(scored);
    expect(n).toBeGreaterThanOrEqual(15);
    expect(clearlyWrong).toBe(0);
    expect(wrong / n).toBeLessThanOrEqual(0.2);
  });
});

describe('message matching on real code', () => {
  let scored: readonly ScoredWording[] = [];

  beforeAll(() => {
    scored = scoreWording(plugin);
  }, 600_000);

  test('the labels are enough, say why, and are given once', () => {
    const labels = getLabelledWording();
    expect(scored.length).toBe(labels.length);
    expect(labels.filter(({ matches }) => matches).length).toBeGreaterThanOrEqual(100);
    expect(labels.filter(({ matches }) => !matches).length).toBeGreaterThanOrEqual(60);
    expect(labels.filter(({ note }) => note.length < 5)).toEqual([]);
    expect(new Set(labels.map((label) => `${label.package}/${label.file}:${label.line}`)).size).toBe(labels.length);
  });

  test('is found with precision 0.95 and recall 0.9', () => {
    const { precision, recall } = getWordingFigures(scored);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
