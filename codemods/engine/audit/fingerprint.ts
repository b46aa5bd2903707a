import { createHash } from 'node:crypto';
import type { Report } from '../host/report.ts';
import type { HostSource } from '../source/host-source.ts';

/** Marks each report by its rule and the text of its line, the same lines of a file being told apart by their order. */
export function createFingerprints(source: HostSource, reports: readonly Report[]): string[] {
  const seen = new Map<string, number>();
  return reports.map((report) => {
    const text = source.lines[report.line - 1]?.trim() ?? '';
    const key = `${report.rule}\n${text}`;
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return createHash('sha256').update(`${key}\n${ordinal}`).digest('hex').slice(0, 16);
  });
}
