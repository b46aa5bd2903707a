/** Says why a batch ended before its input did. */
export interface BatchStop {
  /**
   * `condition`: `stopOn` held for a failure, or threw. `failures`: there were more than `maxFailures`. `aborted`: the
   * signal. `source`: reading the items, or their keys, threw.
   */
  readonly reason: 'condition' | 'failures' | 'aborted' | 'source';
  /** The failure that decided, the reason of the signal, or what the source threw. */
  readonly cause: unknown;
}
