import { readCodes } from '../errors/brand.ts';
import { readProperty } from '../errors/read-property.ts';

/**
 * Returns the last word of a failure's event: the code in lower case, without the subject of the operation, so that
 * `TASK_NOT_FOUND` in `task.processing` is `not_found`; `unexpected_error` for a foreign error.
 */
export function toFailureEvent(operation: string, thrown: unknown): string {
  const [code] = readCodes(thrown);
  if (typeof code !== 'string') {
    return readProperty(thrown, 'name') === 'AbortError' ? 'cancelled' : 'unexpected_error';
  }
  const [subject = ''] = operation.split('.');
  const name = code.toLowerCase();
  return subject !== '' && name.startsWith(`${subject}_`) ? name.slice(subject.length + 1) : name;
}
