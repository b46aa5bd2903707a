/** Returns a list as a copy, and `undefined` for anything else, also for a proxy that refuses to be read. */
export function toList(value: unknown): readonly unknown[] | undefined {
  try {
    return Array.isArray(value) ? Array.from<unknown>(value) : undefined;
  } catch {
    // expected: a proxy of somebody else may throw whatever it is asked.
    return undefined;
  }
}
