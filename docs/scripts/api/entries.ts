import { join } from 'node:path';
import manifest from '../../../src/package.json' with { type: 'json' };
import { repository } from '../repository.ts';

/** What can be imported by one name: `retry` of `@octollm/errors/retry`, and the module behind it. */
export interface ApiEntry {
  readonly name: string;
  readonly file: string;
}

/** The sub-paths of the runtime; the root is left out, because it only hands on what they export. */
export function listEntries(): ApiEntry[] {
  return Object.entries(manifest.exports).flatMap(([path, entry]) => {
    if (typeof entry === 'string' || path === '.') return [];
    return [{ name: path.slice('./'.length), file: join(repository, 'src', entry['@octollm/source']) }];
  });
}
