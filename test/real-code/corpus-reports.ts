import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runRules } from '../../codemods/engine/host/run-rules.ts';
import { HostSource } from '../../codemods/engine/source/host-source.ts';
import { parseSource } from '../../codemods/engine/source/parse-source.ts';
import { getCorpusPackages, getPackageFolder, listSources } from './corpus.ts';

/** One report of a rule on a file of the corpus. */
export interface CorpusReport {
  readonly package: string;
  readonly version: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly text: string;
}

export interface CorpusReports {
  readonly reports: readonly CorpusReport[];
  readonly lines: number;
}

/** Runs one rule over every file of the corpus, on the audit's host: it reports what ESLint would, ten times as fast. */
export function findCorpusReports(rule: string, options: object): CorpusReports {
  const plan = { rules: { [rule]: { severity: 'error' as const, options: [options] } }, available: [rule] };
  const reports: CorpusReport[] = [];
  let lines = 0;
  for (const entry of getCorpusPackages('bench')) {
    const folder = getPackageFolder(entry);
    for (const file of listSources(entry)) {
      const text = readFileSync(join(folder, file), 'utf8');
      const { parsed } = parseSource(file, text);
      if (!parsed) continue;
      lines += text.split('\n').length;
      const environment = { filename: join(folder, file), cwd: folder, settings: {} };
      for (const { line, column, message } of runRules(new HostSource(parsed), plan, environment))
        reports.push({ package: entry.name, version: entry.version, file, line, column, message, text });
    }
  }
  return { reports, lines };
}
