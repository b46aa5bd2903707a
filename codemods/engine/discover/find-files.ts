import { InvalidInputError } from '@octollm/errors/errors';
import { discoverFiles, type Discovery, type DiscoveryOptions } from './discover-files.ts';

/**
 * Finds the files to work on under files and folders, of which there must be some.
 *
 * @throws InvalidInputError for a path that is not there or is no source file, and when all is left out
 */
export function findFiles(paths: readonly string[], options: DiscoveryOptions): Discovery {
  const discovery = discoverFiles(paths, options);
  if (discovery.tasks.length === 0) throw describeNoFiles(paths, discovery, options.purpose);
  return discovery;
}

function describeNoFiles(
  paths: readonly string[],
  { skipped }: Discovery,
  purpose: DiscoveryOptions['purpose'],
): InvalidInputError {
  const where = paths.map((path) => `\`${path}\``).join(', ');
  const left = Object.entries(skipped).map(([reason, count]) => `${count} left out as ${reason}`);
  const hint = skipped.tests ? `, use \`--include-tests\` to ${purpose} tests` : '';
  const detail = left.length > 0 ? ` (${left.join(', ')}${hint})` : '';
  return new InvalidInputError(`Found no JavaScript or TypeScript files to ${purpose} in ${where}${detail}.`);
}
