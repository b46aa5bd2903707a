import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMinified } from '../../codemods/engine/discover/generated.ts';
import { discoverFiles } from '../../codemods/engine/discover/discover-files.ts';
import { findPackageFolder, getCorpusPackages } from '../real-code/corpus.ts';

/*
 * `octollm audit` against ESLint with our plugin and typescript-eslint's parser, over the same files: whole processes, in turn.
 * Run it after a build: `npx tsx -C @octollm/source test/bench/audit.ts [--rounds N] [DIR...]`, without folders over the corpus.
 */

const minRatio = 5;
const maxMegabytes = 2_000;
const corpusLines = 650_000;
const repository = resolve(import.meta.dirname, '../..');

interface Measurement {
  readonly seconds: number;
  readonly megabytes: number;
  readonly processorSeconds: number;
  readonly findings: readonly string[];
}

/** Copies what the audit would read out of `node_modules` and git, so that neither program leaves anything out. */
function copySources(folders: readonly string[], target: string): number {
  let lines = 0;
  const options = { cwd: repository, includeTests: true, testGlobs: [] };
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
  const start = performance.now();
  const child = spawn(process.execPath, parameters, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  const processors = new Map<number, number>();
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, look(child.pid ?? 0, processors))), 50);
  await new Promise((done) => child.on('exit', done));
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1_000;
  const processorSeconds = [...processors.values()].reduce((sum, value) => sum + value, 0);
  return {
    seconds,
    processorSeconds,
    megabytes,
    findings: readFindings(JSON.parse(readFileSync(report, 'utf8')), cwd),
  };
}

/** Memory of a process and of those that it started, as Linux tells it; notes the processor time of each on the way. */
function look(pid: number, processors: Map<number, number>): number {
  const root = `/proc/${pid}`;
  if (!existsSync(`${root}/task/${pid}/children`)) return 0;
  try {
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`${root}/status`, 'utf8'))?.[1] ?? 0);
    // Behind the name in brackets: the 12th and 13th field are user and system time in hundredths of a second.
    const fields = readFileSync(`${root}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    processors.set(pid, (Number(fields[11]) + Number(fields[12])) / 100);
    const children = readFileSync(`${root}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + look(Number(child), processors), kilobytes / 1_024);
  } catch {
    // expected: the process has ended between two looks.
    return 0;
  }
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

function median(values: readonly number[]): number {
  return values.toSorted((first, second) => first - second)[values.length >> 1] ?? NaN;
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
