/** More different names than a code base repeats often. */
const mostNames = 4000;

/**
 * Remembers what a function makes of a name: the same few come back all through a code base. The memory is emptied before it grows
 * with it.
 */
export function onceAName<Made>(make: (name: string) => Made, most: number = mostNames): (name: string) => Made {
  const made = new Map<string, { readonly value: Made }>();
  return (name) => {
    let known = made.get(name);
    if (!known) {
      if (made.size >= most) made.clear();
      known = { value: make(name) };
      made.set(name, known);
    }
    return known.value;
  };
}
