import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageFolder, type CorpusPackage } from '../../../test/real-code/corpus.ts';
import { repository } from '../repository.ts';

/** What of our own packages the demo runs, relative to the repository. */
export const builtFiles: readonly string[] = [
  'src/dist/index.js',
  'rules/dist/plugin/index.js',
  'codemods/dist/cli/main.js',
];

export interface MissingPart {
  readonly name: string;
  readonly remedy: string;
}

/** Finds what the demo needs and cannot find, before it shows anything. */
export function findMissingParts(files: readonly string[], packages: readonly CorpusPackage[]): MissingPart[] {
  return [
    ...files
      .filter((file) => !existsSync(join(repository, file)))
      .map((file) => ({ name: file, remedy: 'npm run build' })),
    ...packages
      .filter((entry) => !hasSources(entry))
      .map(({ name, version }) => ({ name: `${name}@${version}`, remedy: 'npm ci' })),
  ];
}

export function describeMissing(missing: readonly MissingPart[]): string {
  const remedies = [...new Set(missing.map(({ remedy }) => remedy))].sort();
  const names = missing.map(({ name }) => `\`${name}\``).join(', ');
  return `Cannot run the demo: ${names} not found; run \`${remedies.join(' && ')}\` and try again.`;
}

function hasSources(entry: CorpusPackage): boolean {
  const folder = findPackageFolder(entry);
  return folder !== undefined && existsSync(join(folder, entry.root));
}
