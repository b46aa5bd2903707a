import type { PublicError } from '../errors/public-error.ts';
import type { StatusOptions } from '../http/status-map.ts';
import { toEnvelope } from '../http/to-envelope.ts';
import type { ItemKey, ItemResult } from './item-result.ts';

/** Holds one item of a multi-status response. */
export interface ItemStatus<Key extends ItemKey = number> {
  /** The place of the item in the input. */
  readonly index: number;
  /** What names the item; `undefined` when the function that returns keys threw. */
  readonly key: Key | undefined;
  /** The HTTP status that the item would have got in a request of its own; 424 when it was never begun. */
  readonly status: number;
  /** What the item returned. */
  readonly value?: unknown;
  /** Why it failed, as a client may see it. */
  readonly error?: PublicError;
}

/** Holds a response to a batch: 200 when every item succeeded, else 207. */
export interface MultiStatus<Key extends ItemKey = number> {
  /** The HTTP status: 200 when every item succeeded, else 207. */
  readonly status: 200 | 207;
  /** What to send as JSON, in the order of the input. */
  readonly body: { readonly results: readonly ItemStatus<Key>[] };
}

/** Holds the settings of a multi-status response. */
export interface MultiStatusOptions<Value> extends StatusOptions {
  /** Returns what a client may see of a value; by default all of it. */
  readonly present?: (value: Value) => unknown;
}

/** What a client learns of an item that was never begun. */
const notTried: PublicError = { error: 'NOT_ATTEMPTED', message: 'The batch stopped before this item', details: {} };

/** Converts the results of a batch to a response; errors become what a client may see of them. */
export function toMultiStatus<Value, Key extends ItemKey>(
  results: readonly ItemResult<Value, Key>[],
  options: MultiStatusOptions<Value> = {},
): MultiStatus<Key> {
  const isComplete = results.every(({ status }) => status === 'fulfilled');
  return {
    status: isComplete ? 200 : 207,
    body: { results: results.map((result) => toItemStatus(result, options)) },
  };
}

function toItemStatus<Value, Key extends ItemKey>(
  result: ItemResult<Value, Key>,
  { present = (value) => value, ...options }: MultiStatusOptions<Value>,
): ItemStatus<Key> {
  const { index, key } = result;
  if (result.status === 'fulfilled') return { index, key, status: 200, value: present(result.value) };
  if (result.status === 'skipped') return { index, key, status: 424, error: notTried };
  const { status, body: error } = toEnvelope(result.error, options);
  return { index, key, status, error };
}
