/** Holds what an injected fault throws. */
export interface FaultOptions {
  /**
   * The thrown value; a function builds it anew for each fault and is given the number of the call, 1 for the first.
   */
  readonly error: unknown;
}

/** Returns what a fault throws. */
export function buildFault({ error }: FaultOptions, call: number): unknown {
  return typeof error === 'function' ? error(call) : error;
}
