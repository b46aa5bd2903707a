import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { mayConcernErrors } from '../../codemods/engine/audit/may-concern-errors.ts';
import { runRules } from '../../codemods/engine/host/run-rules.ts';
import { HostSource } from '../../codemods/engine/source/host-source.ts';
import { parseSource } from '../../codemods/engine/source/parse-source.ts';
import { getFilename } from './parsers.ts';
import { getSettings, type Case } from './rule-case.ts';
import { runOxlint, toPosition, type OxlintDiagnostic } from './run-oxlint.ts';

const plugin = resolve(import.meta.dirname, '../../rules/plugin/index.ts');

/** What the audit reports on a case, which it may pass over without a look at its tree: `line:column message`, in the order of the file. */
export function lintInAudit(name: string, testCase: Case): string[] {
  const filename = getFilename(testCase, 'typescript');
  const { parsed, problem } = parseSource(filename, testCase.code);
  if (!parsed) return [`${problem.line}:${problem.column} ${problem.reason}`];
  if (!mayConcernErrors(parsed.text, parsed.comments)) return [];
  const options = (testCase.options ?? []).filter((option): option is object => typeof option === 'object');
  const plan = { rules: { [name]: { severity: 'error' as const, options } }, available: [name] };
  const environment = { filename: join(process.cwd(), filename), cwd: process.cwd(), settings: getSettings(testCase) };
  const reports = runRules(new HostSource(parsed), plan, environment);
  return reports.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** What Oxlint reports on each case, undefined for code that it refuses to read; as few processes as the cases allow. */
export function lintInOxlint(name: string, cases: readonly Case[]): (string[] | undefined)[] {
  const reports = new Map<Case, string[] | undefined>();
  for (const round of createRounds(cases)) {
    const found = lintRound(name, round);
    for (const [file, testCase] of round) reports.set(testCase, found.get(file));
  }
  return cases.map((testCase) => reports.get(testCase));
}

/** The cases by file, in rounds of one folder and one configuration: settings are for a whole run, and a path is there once. */
function createRounds(cases: readonly Case[]): Map<string, Case>[] {
  const rounds: { readonly settings: string; readonly files: Map<string, Case> }[] = [];
  cases.forEach((testCase, index) => {
    const settings = JSON.stringify(getSettings(testCase));
    const filename = getFilename(testCase, 'typescript');
    // A path that a case gives is a part of the case; the default one is not.
    const file = testCase.filename === undefined ? `${index}/${filename}` : filename;
    const round = rounds.find((candidate) => candidate.settings === settings && !candidate.files.has(file));
    if (round) round.files.set(file, testCase);
    else rounds.push({ settings, files: new Map([[file, testCase]]) });
  });
  return rounds.map(({ files }) => files);
}

function lintRound(name: string, cases: ReadonlyMap<string, Case>): Map<string, string[] | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'octollm-cases-'));
  const [first] = cases.values();
  try {
    for (const [file, { code }] of cases) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), code);
    }
    const configuration = {
      jsPlugins: [plugin],
      categories: { correctness: 'off' },
      settings: first ? getSettings(first) : {},
      overrides: [...cases].map(([file, { options = [] }]) => ({
        files: [file],
        rules: { [`octollm/${name}`]: ['error', ...options] },
      })),
    };
    const diagnostics = runOxlint(folder, configuration, 'source');
    return new Map(
      [...cases].map(([file, { code }]) => {
        const own = diagnostics.filter(({ filename }) => filename.split(sep).join('/') === file);
        const isRefused = own.some((diagnostic) => diagnostic.code === undefined);
        return [file, isRefused ? undefined : own.map((diagnostic) => describe(diagnostic, code))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function describe({ message, labels }: OxlintDiagnostic, code: string): string {
  const { line, column } = toPosition(Buffer.from(code), labels[0]?.span.offset ?? 0);
  return `${line}:${column} ${message}`;
}
