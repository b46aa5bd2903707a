/** What a worker hears: plain data, since it crosses to another process. */
export type ToWorker<Task, Setup> =
  { readonly type: 'setup'; readonly setup: Setup } | { readonly type: 'batch'; readonly tasks: readonly Task[] };

/**
 * What a worker tells. The records of a batch come together, at most one a file: a message for each would cost more
 * than reading a small file, and a file of which there is nothing to tell has none.
 */
export type FromWorker<FileRecord> =
  { readonly type: 'ready' } | { readonly type: 'records'; readonly records: readonly FileRecord[] };
