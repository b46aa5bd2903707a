/**
 * Tells whether a text is missing, empty or nothing but white space; 0 and `false` are values like any other.
 *
 * @param value What came in the field.
 */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
