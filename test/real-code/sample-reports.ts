import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { findCorpusReports, type CorpusReport } from './corpus-reports.ts';
import { fetchCorpus } from './fetch-corpus.ts';
import { drawPlaces, getJudgedPath, getJudgedRule, isSamePlace, type JudgedRule } from './judged-sites.ts';

/*
 * Runs one rule over the corpus, counts, and prints reports drawn by a seed with the code around them.
 *
 *   sample-reports.ts RULE [SEED] [--count 50] [--options '{"when": "before-throw"}'] [--unread] [--write]
 *
 * --unread leaves out the places that judged/RULE.json knows already; --write renews that file: what was drawn, with the verdicts
 * that are known, and an empty reason where one is missing.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '50' },
    options: { type: 'string', default: '{}' },
    unread: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const [rule = '', seed = '1'] = positionals;
const options = JSON.parse(values.options) as object;
const known = getJudgedRule(rule)?.sites ?? [];

await fetchCorpus('bench');
const { reports, lines } = findCorpusReports(rule, options);
const drawn = drawPlaces(reports, Number(values.count), Number(seed));
const shown = values.unread ? drawn.filter((report) => !known.some((site) => isSamePlace(site, report))) : drawn;
shown.forEach(show);
const density = ((reports.length / lines) * 10_000).toFixed(2);
const right = drawn.filter((report) => known.some((site) => isSamePlace(site, report) && site.right)).length;
console.log(`${rule}: ${reports.length} reports on ${lines} lines, ${density} per 10,000 lines.`);
console.log(`${drawn.length} drawn with seed ${seed}; ${right} of them judged right so far.`);
if (values.write) await write();

function show(report: CorpusReport, index: number): void {
  const verdict = known.find((site) => isSamePlace(site, report));
  const state = verdict ? ` [${verdict.right ? 'right' : 'wrong'}: ${verdict.reason}]` : '';
  console.log(`\n#${index + 1} ${report.package} ${report.file}:${report.line}:${report.column}${state}`);
  console.log(report.message);
  const around = report.text.split('\n');
  for (let line = Math.max(1, report.line - 10); line <= Math.min(around.length, report.line + 10); line += 1)
    console.log(`${line === report.line ? '>' : ' '} ${String(line).padStart(5)} ${around[line - 1] ?? ''}`);
}

async function write(): Promise<void> {
  const sites = drawn.map(({ package: name, version, file, line, column }) => {
    const site = known.find((candidate) => isSamePlace(candidate, { package: name, file, line, column }));
    const verdict = { right: site?.right ?? false, reason: site?.reason ?? '' };
    return { package: name, version, file, line, column, ...verdict };
  });
  const date = new Date().toISOString().slice(0, 10);
  const judged: JudgedRule = { rule, options, seed: Number(seed), date, lines, reports: reports.length, sites };
  const path = getJudgedPath(rule);
  writeFileSync(path, await format(JSON.stringify(judged), { ...(await resolveConfig(path)), filepath: path }));
  console.log(`written: ${path}`);
}
