import type { CallOptions } from '../pipeline/strategy.ts';

/**
 * Hangs until an abort ends it with the signal's reason, as a server does that accepts a connection and falls silent.
 *
 * @param context The context of a policy; without a signal it hangs for ever, which shows who forgot to pass it on.
 */
export function hangUntilAborted({ signal }: CallOptions = {}): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
