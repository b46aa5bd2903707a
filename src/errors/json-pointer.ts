/** Converts a path such as `items[0].name` to a JSON Pointer such as `/items/0/name` (RFC 6901). */
export function toJsonPointer(path: string): string {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
