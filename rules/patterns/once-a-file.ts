import type { Source } from './source.ts';

/** Remembers what a function makes of a file, for as long as the file's tree is in use. */
export function onceAFile<Made>(make: (source: Source) => Made): (source: Source) => Made {
  const made = new WeakMap<Source['ast'], { readonly value: Made }>();
  return (source) => {
    let known = made.get(source.ast);
    if (!known) {
      known = { value: make(source) };
      made.set(source.ast, known);
    }
    return known.value;
  };
}
