import type { ErrorKind } from '../catalog/catalog-entry.ts';
import type { Classification } from '../classify/classification.ts';

const replaceableKinds: readonly ErrorKind[] = [
  'timeout',
  'deadline_exceeded',
  'transport',
  'unavailable',
  'overloaded',
  'rate_limit',
  'provider_disabled',
];

/**
 * Tells whether another source can help: the first one could not be reached, was too slow or too busy.
 *
 * A wrong query, a missing permission or a bug fails elsewhere, too, so a replacement would only hide it.
 *
 * @param classification What the failure means.
 */
export function isReplaceable({ kind }: Classification): boolean {
  return replaceableKinds.includes(kind);
}
