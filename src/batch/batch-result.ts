/// <reference lib="es2021.promise" preserve="true" />
import { readCodes } from '../errors/brand.ts';
import { readProperty } from '../errors/read-property.ts';
import type { BatchStop } from './batch-stop.ts';
import type { ItemFailure, ItemKey, ItemResult, ItemSkip, ItemSuccess } from './item-result.ts';
import type { MultiStatus, MultiStatusOptions } from './multi-status.ts';
import { toMultiStatus } from './multi-status.ts';

/** Counts the items of a batch by what became of them. */
export interface BatchSummary {
  /** How many items there were, as far as the source was read. */
  readonly total: number;
  /** How many succeeded. */
  readonly succeeded: number;
  /** How many failed. */
  readonly failed: number;
  /** How many were never begun. */
  readonly skipped: number;
  /** How many items failed with which code; what has no code of the hierarchy counts by its name. */
  readonly failedByCode: Readonly<Record<string, number>>;
}

/** Holds what became of every item of a batch, in the order of the input. */
export class BatchResult<Value, Key extends ItemKey = number> {
  /** One entry an item, in the order of the input. */
  readonly results: readonly ItemResult<Value, Key>[];
  /** Why the batch ended early; `undefined` when it tried every item. */
  readonly stop: BatchStop | undefined;

  /**
   * Creates the result of a batch.
   *
   * @param results One entry an item, in the order of the input.
   * @param stop Why it ended early, if it did.
   */
  constructor(results: readonly ItemResult<Value, Key>[], stop?: BatchStop) {
    this.results = results;
    this.stop = stop;
  }

  /** The items that succeeded, in the order of the input. */
  get successes(): readonly ItemSuccess<Value, Key>[] {
    return this.results.filter((result) => result.status === 'fulfilled');
  }

  /** The items that failed, in the order of the input. */
  get failures(): readonly ItemFailure<Key>[] {
    return this.results.filter((result) => result.status === 'rejected');
  }

  /** The items that were never begun, in the order of the input. */
  get skipped(): readonly ItemSkip<Key>[] {
    return this.results.filter((result) => result.status === 'skipped');
  }

  /** Whether every item of the input was tried and succeeded. */
  get isComplete(): boolean {
    return this.stop === undefined && this.failures.length === 0;
  }

  /** How many items ended in which way. */
  get summary(): BatchSummary {
    const failedByCode: Record<string, number> = {};
    for (const { error } of this.failures) {
      const code = String(readCodes(error)[0] ?? readProperty(error, 'name') ?? typeof error);
      failedByCode[code] = (failedByCode[code] ?? 0) + 1;
    }
    return {
      total: this.results.length,
      succeeded: this.successes.length,
      failed: this.failures.length,
      skipped: this.skipped.length,
      failedByCode,
    };
  }

  /**
   * Returns all failures as one error, in the order of the input and each as it was thrown, followed by what ended the
   * batch early; `undefined` when the batch is complete.
   */
  toAggregateError(): AggregateError | undefined {
    if (this.isComplete) return undefined;
    const { total, failed, skipped } = this.summary;
    const errors = new Set(this.failures.map(({ error }) => error));
    if (this.stop) errors.add(this.stop.cause);
    const early = this.stop ? `, and the batch stopped early (${this.stop.reason}, ${skipped} skipped)` : '';
    return new AggregateError(errors, `${failed} of ${total} items failed${early}`);
  }

  /**
   * Returns the batch as a response in the manner of 207 Multi-Status: one status an item, and errors as a client may see
   * them.
   *
   * @param options What a client may see of a value, and whose fault a foreign status is.
   */
  toMultiStatus(options?: MultiStatusOptions<Value>): MultiStatus<Key> {
    return toMultiStatus(this.results, options);
  }
}
