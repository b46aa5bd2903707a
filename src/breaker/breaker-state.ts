/** Names a state that somebody set by hand and that lasts until it is released. */
export type HeldState =
  /** Refuses every call. */
  | 'isolated'
  /** Lets every call through and counts nothing. */
  | 'disabled'
  /** Lets every call through and counts, but never opens. */
  | 'metrics_only';

/** Names a state of a circuit. */
export type BreakerState =
  /** Lets every call through and counts. */
  | 'closed'
  /** Refuses every call until its time is over. */
  | 'open'
  /** Lets a few probes through to see whether the service is back. */
  | 'half_open'
  | HeldState;

/** Names what the end of a call says about the service: an ignored one says nothing. */
export type CallOutcome = 'success' | 'failure' | 'ignored';
