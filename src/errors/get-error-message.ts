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
 * @param options Whether to append the messages of the causes; by default not.
 */
export function getErrorMessage(thrown: unknown, options?: MessageOptions): string {
  const chain = new Set([thrown]);
  let cause = thrown;
  while (options?.withCauses && chain.size <= maxCauses) {
    cause = readProperty(cause, 'cause');
    if (cause === undefined || chain.has(cause)) break;
    chain.add(cause);
  }
  return [...chain].map(describe).join(': ');
}

function describe(value: unknown): string {
  const isPrimitive = Object(value) !== value;
  const message = isPrimitive ? value : readProperty(value, 'message');
  if (isPrimitive || (typeof message === 'string' && message !== '')) return String(message);
  const name = readProperty(value, 'name');
  if (isError(value)) return typeof name === 'string' ? name : 'Error';
  try {
    return JSON.stringify(value).slice(0, maxJsonLength);
  } catch {
    // Functions, cycles, bigints, throwing getters and proxies have no JSON form.
    return `[${typeof value}]`;
  }
}
