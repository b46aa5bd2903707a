import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditReport } from '../../docs/scripts/demo/audit-report.ts';
import { serviceFolder } from '../../docs/scripts/demo/audit-service.ts';
import { builtFiles } from '../../docs/scripts/demo/check-parts.ts';
import { repository } from '../../docs/scripts/repository.ts';
import { getCorpusPackages, getPackageFolder } from '../real-code/corpus.ts';

interface Run {
  readonly exitCode: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

function runNode(parameters: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const options = { cwd: repository, maxBuffer: 512 * 1024 * 1024 };
    execFile(process.execPath, parameters, options, (error, stdout, stderr) => {
      resolve({ exitCode: error?.code ?? 0, stdout, stderr });
    });
  });
}

async function audit(paths: readonly string[]): Promise<AuditReport> {
  const { stdout } = await runNode(['codemods/dist/cli/main.js', 'audit', ...paths, '--format', 'json']);
  return JSON.parse(stdout) as AuditReport;
}

const packages = getCorpusPackages('demo');
const numbers = /^(?<name>\S+(?: \d\S*)?) +(?<cells>[\d,]+(?: +(?:[\d,.]+ %|-|[\d,]+)){7})$/;

/** The rows of the last table by the name of their code base, each cell as a number; a share stays in per cent. */
function readTable(output: string): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const line of output.split('\n')) {
    const { name, cells } = numbers.exec(line)?.groups ?? {};
    if (name !== undefined && cells !== undefined)
      rows.set(
        name,
        cells
          .replaceAll(' %', '')
          .split(/ +/)
          .map((cell) => Number(cell.replaceAll(',', ''))),
      );
  }
  return rows;
}

function getExpectedCells({ summary }: AuditReport): number[] {
  const { byRule, handlers, lines } = summary;
  const count = (rule: string): number => byRule[rule] ?? Number.NaN;
  return [
    lines,
    handlers.total,
    Number(((100 * handlers.losing) / handlers.total).toFixed(1)),
    count('no-silent-catch') + count('no-silent-fallback'),
    count('no-log-only-catch'),
    count('require-cause'),
    count('no-generic-throw'),
    count('no-any-in-handler'),
  ];
}

describe('npm run demo', () => {
  let run: Run;
  let table: Map<string, number[]>;

  beforeAll(async () => {
    const missing = builtFiles.filter((file) => !existsSync(join(repository, file)));
    expect(missing, 'build the packages first: npm run build').toEqual([]);
    run = await runNode(['--import', 'tsx', 'docs/scripts/demo.ts']);
    table = readTable(run.stdout);
  }, 600_000);

  test('ends well and complains of nothing, however much it finds', () => {
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('fits a hundred columns, without colours where there is no terminal', () => {
    expect(run.stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(run.stdout).not.toMatch(/\u001b/);
  });

  test('ends with a row for the service, one a package and the total', () => {
    const names = packages.map(({ name, version }) => `${name} ${version}`);
    expect([...table.keys()]).toEqual(['orders-agent', ...names, 'total']);
  });

  test('shows for the service what its audit says', async () => {
    expect(table.get('orders-agent')).toEqual(getExpectedCells(await audit([serviceFolder])));
  });

  test('shows as the total what one audit of everything says', async () => {
    const folders = packages.map((entry) => relative(repository, join(getPackageFolder(entry), entry.root)));
    expect(table.get('total')).toEqual(getExpectedCells(await audit([serviceFolder, ...folders])));
  });

  test('reads 100,000 lines of real code and more', () => {
    const [all = 0] = table.get('total') ?? [];
    const [own = 0] = table.get('orders-agent') ?? [];
    expect(all - own).toBeGreaterThanOrEqual(100_000);
  });

  test('finds with ESLint what the audit finds, at the same places', () => {
    expect(run.stdout).toMatch(/eslint-plugin-octollm reports the same \d+ findings at the same places/);
  });

  test('shows three findings at their places, underlined, with a quick fix', () => {
    const frames = [...run.stdout.matchAll(/ {2}(\S+\.ts):(\d+):(\d+)\n([\s\S]*?)\n\n/g)];
    expect(frames).toHaveLength(3);
    for (const [, file = '', line = '', , frame = ''] of frames) {
      const source = readFileSync(join(repository, serviceFolder, file), 'utf8').split('\n');
      const shown = frame.split('\n');
      const index = shown.findIndex((text) => text.trimStart().startsWith(`${line} | `));
      expect(shown[index]?.split(' | ')[1]?.trim()).toBe(source[Number(line) - 1]?.trim());
      expect(shown[index + 1]).toMatch(/^ +\| +~+$/);
      expect(frame).toMatch(/\(octollm\/[a-z-]+\)\n +Quick fix: .+\n +\d+ \+ /);
    }
    const rules = frames.map(([text]) => /octollm\/([a-z-]+)/.exec(text)?.[1]);
    expect(rules).toEqual([expect.stringMatching(/^no-silent-/), 'require-cause', 'no-generic-throw']);
  });

  test('migrates a copy: nine findings in ten are gone, and types and tests are what they were', () => {
    const read = (name: string): readonly number[] => {
      const row = new RegExp(`^ +${name} +([\\d,]+) +([\\d,]+)$`, 'm').exec(run.stdout) ?? [];
      return row.slice(1).map((cell) => Number(cell.replaceAll(',', '')));
    };
    const [before = 0, after = Number.NaN] = read('findings that codemods mend');
    expect(before).toBeGreaterThan(200);
    expect(after).toBeLessThanOrEqual(before / 10);
    expect(read('type errors \\(its own check\\)')).toEqual([0, 0]);
    const [passedBefore = 0, passedAfter] = read('tests passed \\(its own tests\\)');
    expect(passedBefore).toBeGreaterThan(100);
    expect(passedAfter).toBe(passedBefore);
    expect(read('tests failed')).toEqual([0, 0]);
  });

  test('lists each site that the migration leaves, with a reason, and takes everything back', () => {
    const [, count = ''] = /Left to a person: (\d+)/.exec(run.stdout) ?? [];
    const sites = run.stdout.match(/^ {3}src\/\S+:\d+ {2}[a-z-]+\n {5}\S/gm) ?? [];
    expect(sites).toHaveLength(Number(count));
    expect(run.stdout).toMatch(/`octollm undo` took it all back: \d+ files are what they were, byte for byte\./);
    expect(existsSync(join(repository, '.octollm/demo/migration.html'))).toBe(true);
  });

  test('names last what to run in a repository of one’s own', () => {
    const [first, second, third] = run.stdout.trimEnd().split('\n').slice(-3);
    expect(first).toContain('npx octollm audit src');
    expect(second).toContain('npx octollm migrate src');
    expect(third).toContain('octollm.configs.recommended');
  });
});
