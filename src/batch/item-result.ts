/** Names an item in a result: its index in the input, or what `key` returned for it. */
export type ItemKey = string | number;

/** Holds what a batch made of one item that succeeded. */
export interface ItemSuccess<Value, Key extends ItemKey = number> {
  readonly status: 'fulfilled';
  /** The place of the item in the input. */
  readonly index: number;
  /** What names the item. */
  readonly key: Key;
  /** What the work on it returned. */
  readonly value: Value;
}

/** Holds why a batch failed on one item. */
export interface ItemFailure<Key extends ItemKey = number> {
  readonly status: 'rejected';
  /** The place of the item in the input. */
  readonly index: number;
  /** What names the item. */
  readonly key: Key;
  /** The thrown value, as it is. */
  readonly error: unknown;
}

/** Names an item that a batch never began, because it stopped before. */
export interface ItemSkip<Key extends ItemKey = number> {
  readonly status: 'skipped';
  /** The place of the item in the input. */
  readonly index: number;
  /** What names the item; `undefined` when the function that returns keys threw. */
  readonly key: Key | undefined;
}

/** Holds what became of one item. */
export type ItemResult<Value, Key extends ItemKey = number> =
  ItemSuccess<Value, Key> | ItemFailure<Key> | ItemSkip<Key>;
