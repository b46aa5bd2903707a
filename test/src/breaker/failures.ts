import { withClassification } from '@octollm/errors/classify';

/** An answer with a status. */
export function answered(status: number): Error {
  return Object.assign(new Error(`The server answered ${status}`), { status });
}

/** An answer that asks for a wait. */
export function answeredWithWait(kind: 'rate_limit' | 'unavailable' | 'conflict', retryAfterMs: number): Error {
  return withClassification(new Error(`The server is ${kind}`), { kind, retryAfterMs });
}
