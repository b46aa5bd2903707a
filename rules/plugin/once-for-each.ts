/**
 * Remembers what a function makes of an object, such as the options of a rule: hosts hand the same object to every file, so
 * the work is done once for a configuration.
 */
export function onceForEach<Given extends object, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const made = new WeakMap<Given, { readonly value: Made }>();
  return (given) => {
    let known = made.get(given);
    if (!known) {
      known = { value: make(given) };
      made.set(given, known);
    }
    return known.value;
  };
}
