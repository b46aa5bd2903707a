import { onceForEach } from './once-for-each.ts';
import type { Source } from './source.ts';

/** Remembers what a function makes of a file, for as long as the file's tree is in use. */
export function onceAFile<Made>(make: (source: Source) => Made): (source: Source) => Made {
  return onceForEach(make, ({ ast }) => ast);
}
