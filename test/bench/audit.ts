import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMinified } from '../../codemods/engine/discover/generated.ts';
import { discoverFiles } from '../../codemods/engine/discover/discover-files.ts';
import { findPackageFolder, getCorpusPackages } from '../real-code/corpus.ts';
import { runMeasured, type ProcessCost } from './measured-process.ts';
import { median } from './median.ts';

/*
 * `octollm audit` against ESLint with our plugin and typescript-eslint's parser, over the same files: whole processes, in turn.
 * Run it after a build: `npx tsx -C @octollm/source test/bench/audit.ts [--rounds N] [DIR...]`, without folders over the corpus.
 */

const minRatio = 5;
const maxMegabytes = 2_000;
const corpusLines = 650_000;
const repository = resolve(import.meta.dirname, '../..');

interface Measurement extends ProcessCost {
  readonly findings: readonly string[];
}

/** Copies what the audit would read out of `node_modules` and git, so that neither program leaves anything out. */
function copySources(folders: readonly string[], target: string): number {
  let lines = 0;
  const options = { purpose: 'audit' as const, cwd: repository, includeTests: true, testGlobs: [] };
  folders.forEach((folder, index) => {
    for (const { path } of discoverFiles([folder], options).tasks) {
      const text = readFileSync(path, 'utf8');
      if (isMinified(text)) continue;
      cpSync(path, join(target, String(index), relative(folder, path)));
      lines += text.split('\n').length;
    }
  });
  return lines;
}

/** The folders of the corpus, up to the lines that the gates speak of. */
function getCorpusFolders(): string[] {
  const folders: string[] = [];
  let lines = 0;
  for (const entry of getCorpusPackages('bench')) {
    const folder = findPackageFolder(entry);
    if (folder === undefined || lines > corpusLines) continue;
    folders.push(join(folder, entry.root));
    for (const file of readdirSync(join(folder, entry.root), { recursive: true, encoding: 'utf8' }))
      if (/\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
        lines += readFileSync(join(folder, entry.root, file), 'utf8').split('\n').length;
  }
  return folders;
}

async function measure(parameters: readonly string[], cwd: string, report: string): Promise<Measurement> {
  const cost = await runMeasured(process.execPath, parameters, cwd);
  return { ...cost, findings: readFindings(JSON.parse(readFileSync(report, 'utf8')), cwd) };
}

interface AuditReport {
  readonly findings: readonly { file: string; rule: string; line: number; column: number; message: string }[];
}

type LintReport = readonly {
  readonly filePath: string;
  readonly messages: readonly { ruleId: string | null; line: number; column: number; message: string }[];
}[];

/** One line a finding, in a form that both programs can be compared in. */
function readFindings(report: AuditReport | LintReport, cwd: string): string[] {
  const lines =
    'findings' in report
      ? report.findings.map(({ file, rule, line, column, message }) => `${file}:${line}:${column} ${rule} ${message}`)
      : report.flatMap(({ filePath, messages }) =>
          messages
            .filter(({ ruleId }) => ruleId?.startsWith('octollm/'))
            .map(({ ruleId, line, column, message }) => {
              const rule = ruleId?.replace('octollm/', '');
              return `${relative(cwd, filePath)}:${line}:${column} ${rule} ${message}`;
            }),
        );
  return lines.toSorted();
}

function findDifferences(audit: readonly string[], lint: readonly string[]): string[] {
  const [inAudit, inLint] = [new Set(audit), new Set(lint)];
  return [
    ...audit.filter((finding) => !inLint.has(finding)).map((finding) => `audit only: ${finding}`),
    ...lint.filter((finding) => !inAudit.has(finding)).map((finding) => `eslint only: ${finding}`),
  ];
}

function writeESLintConfig(folder: string): string {
  const resolveFrom = (name: string): string => pathToFileURL(join(repository, 'node_modules', name)).href;
  const path = join(folder, 'eslint.config.mjs');
  writeFileSync(
    path,
    `import plugin from '${resolveFrom('eslint-plugin-octollm/dist/plugin/index.js')}';
import * as parser from '${resolveFrom('@typescript-eslint/parser/dist/index.js')}';
export default [
  { ignores: ['eslint.config.mjs'] },
  {
    files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
    languageOptions: { parser: parser.default ?? parser },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    plugins: { octollm: plugin },
    rules: Object.fromEntries(Object.keys(plugin.rules).map((name) => ['octollm/' + name, 'error'])),
  },
];
`,
  );
  return path;
}

const given = process.argv.slice(2);
const roundsAt = given.indexOf('--rounds');
const [, roundsText = '3'] = roundsAt === -1 ? [] : given.splice(roundsAt, 2);
const rounds = Number(roundsText);
const folder = mkdtempSync(join(tmpdir(), 'octollm-bench-'));
try {
  const lines = copySources(given.length > 0 ? given.map((path) => resolve(path)) : getCorpusFolders(), folder);
  const config = writeESLintConfig(folder);
  const auditReport = join(folder, 'audit.json');
  const lintReport = join(folder, 'lint.json');
  const main = join(repository, 'codemods/dist/cli/main.js');
  const eslint = join(repository, 'node_modules/eslint/bin/eslint.js');
  const auditCommand = [main, 'audit', '.', '--include-tests', '--include-generated', '--quiet'];
  const times = { audit: [] as number[], eslint: [] as number[] };
  const processors = { audit: [] as number[], eslint: [] as number[] };
  const memory = { audit: 0, eslint: 0 };
  let isEqual = true;
  for (let round = 0; round < rounds; round++) {
    const audit = await measure([...auditCommand, '-f', 'json', '-o', auditReport], folder, auditReport);
    const lint = await measure([eslint, '-c', config, '.', '-f', 'json', '-o', lintReport], folder, lintReport);
    times.audit.push(audit.seconds);
    times.eslint.push(lint.seconds);
    processors.audit.push(audit.processorSeconds);
    processors.eslint.push(lint.processorSeconds);
    memory.audit = Math.max(memory.audit, audit.megabytes);
    memory.eslint = Math.max(memory.eslint, lint.megabytes);
    const differences = findDifferences(audit.findings, lint.findings);
    for (const difference of differences.slice(0, 5)) console.log(difference);
    isEqual &&= differences.length === 0;
    console.log(
      `round ${round + 1}: audit ${audit.seconds.toFixed(2)} s, eslint ${lint.seconds.toFixed(2)} s, ` +
        `${audit.findings.length} and ${lint.findings.length} findings`,
    );
  }
  const ratio = median(times.eslint) / median(times.audit);
  const isHeld = ratio >= minRatio && memory.audit < maxMegabytes && isEqual;
  console.log(
    `${lines} lines; medians: audit ${median(times.audit).toFixed(2)} s, eslint ${median(times.eslint).toFixed(2)} s`,
  );
  console.log(`audit is ${ratio.toFixed(1)} times as fast as eslint (gate: ${minRatio})`);
  // On a shared machine the processor time says more than the clock; the audit spreads it over its processes.
  console.log(
    `processor time: audit ${median(processors.audit).toFixed(1)} s, eslint ${median(processors.eslint).toFixed(1)} s`,
  );
  console.log(
    `peak memory: audit ${memory.audit.toFixed(0)} MB (gate: ${maxMegabytes}), eslint ${memory.eslint.toFixed(0)} MB`,
  );
  console.log(`findings: ${isEqual ? 'equal' : 'different'}`);
  if (!isHeld) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
