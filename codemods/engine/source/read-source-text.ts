import { readFileSync } from 'node:fs';
import { InvalidInputError } from '@octollm/errors/errors';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a file as text that gives the very same bytes when it is written again, its byte order mark included.
 *
 * @throws InvalidInputError for a file that is not in UTF-8; whatever the file system throws
 */
export function readSourceText(path: string): string {
  const bytes = readFileSync(path);
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new InvalidInputError('it is not in UTF-8, and changing a part of it would damage the rest', { cause });
  }
}
