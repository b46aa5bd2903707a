const suppressedBy = new WeakMap<object, readonly unknown[]>();

/**
 * Returns what else failed while an error was on its way, such as the release of a resource after its use had failed.
 *
 * @param error The error that was thrown; the list is kept beside it, so the error itself is unchanged, even a frozen one.
 * @returns The other failures in their order; empty when there were none, or when something other than an object was thrown.
 */
export function getSuppressed(error: unknown): readonly unknown[] {
  return (isObject(error) && suppressedBy.get(error)) || [];
}

/** Keeps a later failure, with those that it hides itself, beside the error that wins. */
export function suppress(error: unknown, later: unknown): void {
  if (!isObject(error) || error === later) return;
  suppressedBy.set(error, [...getSuppressed(error), later, ...getSuppressed(later)]);
}

function isObject(value: unknown): value is object {
  return Object(value) === value;
}
