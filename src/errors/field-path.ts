/** Lists the names and indexes that lead to a field, from the outside in. */
export type FieldSteps = readonly (string | number)[];

/** Returns the steps of a path as people write it, such as `items[0].name`. */
export function toSteps(path: string): readonly string[] {
  return path.match(/[^.[\]]+/g) ?? [];
}

/** Returns the steps of a JSON Pointer (RFC 6901), such as `/items/0/name`. */
export function fromPointer(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Returns a JSON Pointer. */
export function toPointer(steps: FieldSteps): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Returns a path as people write it. */
export function toField(steps: FieldSteps): string {
  const text = steps.map((step) => (/^\d+$/.test(String(step)) ? `[${step}]` : `.${step}`)).join('');
  return text.replace(/^\./, '');
}
