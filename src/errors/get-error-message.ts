import { isError } from './is-error.ts';
import { readProperty } from './read-property.ts';

const maxCauses = 8;
const maxJsonLength = 200;

/** Says how much of an error to put into words. */
export interface MessageOptions {
  /** Appends the messages of the causes, at most eight and each error once: `load order: query failed: socket closed`. */
  readonly withCauses?: boolean;
}

/**
 * Returns the message of any thrown value, for logs; it never throws.
 *
 * @param thrown An error, a text, an object with a `message`, or anything else.
 */
export function getErrorMessage(thrown: unknown, { withCauses = false }: MessageOptions = {}): string {
  const messages = [describe(thrown)];
  const seen = new Set([thrown]);
  let cause = withCauses ? readProperty(thrown, 'cause') : undefined;
  while (cause !== undefined && !seen.has(cause) && seen.size <= maxCauses) {
    messages.push(describe(cause));
    seen.add(cause);
    cause = readProperty(cause, 'cause');
  }
  return messages.join(': ');
}

function describe(value: unknown): string {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return String(value);
  const message = readProperty(value, 'message');
  if (typeof message === 'string' && message !== '') return message;
  const name = readProperty(value, 'name');
  if (isError(value)) return typeof name === 'string' ? name : 'Error';
  try {
    return JSON.stringify(value)?.slice(0, maxJsonLength) ?? `[${typeof value}]`;
  } catch {
    // expected: cycles, bigints, throwing getters and proxies have no JSON form.
    return `[${typeof value}]`;
  }
}
