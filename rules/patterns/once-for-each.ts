/**
 * Remembers what a function makes of an object, such as the options of a rule or a catalogue: hosts hand the same object to every
 * file, so the work is done once for as long as the object is in use.
 *
 * @param getKey what stands for the object, where that is another one: the tree of a file, the settings of a configuration
 */
export function onceForEach<Given extends object, Made>(
  make: (given: Given) => Made,
  getKey: (given: Given) => object = (given) => given,
): (given: Given) => Made {
  const made = new WeakMap<object, { readonly value: Made }>();
  return (given) => {
    const key = getKey(given);
    let known = made.get(key);
    if (!known) {
      known = { value: make(given) };
      made.set(key, known);
    }
    return known.value;
  };
}
