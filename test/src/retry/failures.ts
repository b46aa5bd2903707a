import { withClassification } from '../../../src/classify/by-mark.ts';

/** A connection that was refused: certainly not carried out. */
export function refused(): Error {
  return Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:443'), { code: 'ECONNREFUSED', syscall: 'connect' });
}

/** A connection that broke: perhaps carried out. */
export function reset(): Error {
  return Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
}

/** An answer with a status. */
export function answered(status: number): Error {
  return Object.assign(new Error(`The server answered ${status}`), { status });
}

/** An answer 429 that asks for a wait. */
export function throttled(retryAfterMs: number): Error {
  return withClassification(new Error('Too many requests'), { kind: 'rate_limit', sent: 'no', retryAfterMs });
}
