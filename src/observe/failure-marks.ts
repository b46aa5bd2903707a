import { readCodes } from '../errors/brand.ts';
import { readProperty } from '../errors/read-property.ts';

const maxDepth = 16;

/** Remembers which failures were recorded, without touching them and without keeping them alive. */
export class FailureMarks {
  readonly #marked = new WeakSet<object>();

  /**
   * Tells whether a failure was marked: the value itself, or one that it was made from. A value that is no object cannot
   * be marked.
   */
  has(thrown: unknown): boolean {
    let value = thrown;
    for (let depth = 0; depth < maxDepth && isMarkable(value); depth++) {
      if (this.#marked.has(value)) return true;
      // What opened a circuit was another call's failure: each refusal is a failure of its own.
      if (readCodes(value).includes('CIRCUIT_OPEN')) return false;
      value = readProperty(value, 'cause');
    }
    return false;
  }

  /** Marks a failure. */
  add(thrown: unknown): void {
    if (isMarkable(thrown)) this.#marked.add(thrown);
  }
}

function isMarkable(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
