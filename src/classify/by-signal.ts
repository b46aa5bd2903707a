import { bySystemCode } from './by-system-code.ts';
import type { Finding } from './finding.ts';

export type {} from '../platform/web-types.ts';

/** Holds the signals that may have ended the call. */
export interface CallSignals {
  /** The caller's signal: when it ended the call, nobody wants the result any more. */
  readonly signal?: AbortSignal | undefined;
  /** The signal of the one attempt, which a time limit ends: the next attempt may be faster. */
  readonly attemptSignal?: AbortSignal | undefined;
}

/**
 * Concludes from the identity of the signal that ended the call. A provider's words about a cancelled context or an
 * exceeded deadline are about its own signals, so they never count here.
 */
export function bySignal(errors: readonly unknown[], { signal, attemptSignal }: CallSignals): Finding | undefined {
  const isAbort = errors.some((error) => bySystemCode(error)?.kind === 'canceled');
  const hasEnded = (candidate: AbortSignal | undefined): boolean =>
    candidate?.aborted === true && (isAbort || errors.includes(candidate.reason));

  if (hasEnded(signal)) {
    const isDeadline = bySystemCode(signal?.reason)?.kind === 'timeout';
    return { kind: isDeadline ? 'deadline_exceeded' : 'canceled', confidence: 'typed', rule: 'caller signal' };
  }
  if (hasEnded(attemptSignal)) return { kind: 'timeout', confidence: 'typed', rule: 'attempt signal' };
  // Nobody here aborted, so the other side did.
  const isForeign = isAbort && (signal ?? attemptSignal) !== undefined;
  return isForeign ? { kind: 'transport', confidence: 'typed', rule: 'foreign abort' } : undefined;
}
