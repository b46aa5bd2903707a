import { getErrorMessage } from '../errors/get-error-message.ts';
import { isError } from '../errors/is-error.ts';
import { readProperty } from '../errors/read-property.ts';
import { readText } from '../errors/read-text.ts';
import type { Redactor } from './redact.ts';
import { redactEntry } from './redact.ts';
import { toList } from './to-list.ts';

/** Says how a copy is made. */
export interface PlainOptions {
  /** Replaces each entry before it is copied; by default `redactEntry`, which hides secrets. */
  readonly redact?: Redactor;
  /** How many objects may stand inside each other; 8 by default. What is deeper reads `[truncated]`. */
  readonly maxDepth?: number;
}

// One error must not fill a log or a queue, whether its context is wide or its references branch at every level.
const maxEntries = 10_000;
const unsafeNames = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Returns a copy of a value that JSON and structured clone can carry, without its secrets; it never throws and never
 * changes the value.
 *
 * Bigints, symbols and numbers without a JSON form become texts, dates ISO texts, maps objects, sets lists and errors
 * `Name: message`; functions and `undefined` are left out, as are getters that throw and names that could change a
 * prototype. A cycle reads `[circular]`.
 *
 * @param value Anything.
 * @param options What to hide, and how deep to go.
 */
export function toPlain(value: unknown, { redact = redactEntry, maxDepth = 8 }: PlainOptions = {}): unknown {
  const ancestors = new Set<object>();
  let entries = 0;
  return copy(value, '');

  function copy(original: unknown, name: string): unknown {
    const redacted = redact(original, name);
    if (!isObject(redacted)) return copyPrimitive(redacted);
    const inner = unwrap(redacted);
    if (!isObject(inner)) return copyPrimitive(redact(inner, name));
    if (ancestors.has(inner)) return '[circular]';
    if (ancestors.size >= maxDepth) return '[truncated]';

    ancestors.add(inner);
    const list = toList(inner);
    const copied = list ? copyList(list) : copyObject(inner);
    ancestors.delete(inner);
    return copied;
  }

  function copyList(list: readonly unknown[]): unknown[] {
    const room = Math.max(0, maxEntries - entries);
    entries += list.length;
    const copied = list.slice(0, room).map((item) => copy(item, '') ?? null);
    return list.length > room ? [...copied, '[truncated]'] : copied;
  }

  function copyObject(object: object): Record<string, unknown> {
    const copied: Record<string, unknown> = {};
    for (const name of listNames(object)) {
      if (entries >= maxEntries) break;
      entries += 1;
      const entry = unsafeNames.has(name) ? undefined : copy(readProperty(object, name), name);
      if (entry !== undefined) copied[name] = entry;
    }
    return copied;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function copyPrimitive(value: unknown): unknown {
  if (typeof value === 'function') return undefined;
  const isOdd =
    typeof value === 'bigint' || typeof value === 'symbol' || (typeof value === 'number' && !isFinite(value));
  return isOdd ? String(value) : value;
}

/** Returns what an object of the platform stands for: a text, a list or a plain object. */
function unwrap(object: object): unknown {
  if (isError(object)) return `${readText(object, 'name') ?? 'Error'}: ${getErrorMessage(object)}`;
  if (ArrayBuffer.isView(object)) return `[${object.byteLength} bytes]`;
  try {
    if (object instanceof Map) return Object.fromEntries(object);
    if (object instanceof Set) return [...object];
    const toJSON = readProperty(object, 'toJSON');
    return typeof toJSON === 'function' ? toJSON.call(object) : object;
  } catch {
    // expected: objects of somebody else may refuse to be read; their own fields still tell something.
    return object;
  }
}

function listNames(object: object): string[] {
  try {
    return Object.keys(object);
  } catch {
    // expected: a proxy may refuse; then it looks empty.
    return [];
  }
}
