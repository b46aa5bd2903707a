import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runOxlint } from '../../../support/run-oxlint.ts';

/** Describes snippets from within a rule that Oxlint runs: one process for all of them. */
export function describeWithOxlint(codes: readonly string[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'octollm-dialects-'));
  try {
    codes.forEach((code, index) => writeFileSync(join(folder, `${index}.ts`), code));
    const diagnostics = runOxlint(
      folder,
      {
        jsPlugins: [join(import.meta.dirname, 'oxlint-plugin.ts')],
        categories: { correctness: 'off' },
        rules: { 'patterns/describe': 'error' },
      },
      'source',
    );
    const described = new Map(diagnostics.map(({ filename, message }) => [basename(filename), message]));
    return codes.map((_, index) => JSON.parse(described.get(`${index}.ts`) ?? '["nothing was reported"]') as string[]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
