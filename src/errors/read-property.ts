/** Reads a property of any value; `undefined` when there is none or when reading it throws. */
export function readProperty(value: unknown, key: PropertyKey): unknown {
  try {
    return Reflect.get(Object(value), key);
  } catch {
    // expected: a proxy or a getter of somebody else may throw; then the property is as good as absent.
    return undefined;
  }
}
