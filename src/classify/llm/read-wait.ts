import { readProperty } from '../../errors/read-property.ts';
import type { Classification } from '../classification.ts';
import { readBodies, readBodyMessage } from './read-bodies.ts';

const msPerUnit: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/**
 * Reads a wait from the body of the answer: Google's `retryDelay`, or OpenAI's "try again in 1m20.5s". A header beats it.
 */
export function readWait(error: unknown): Pick<Classification, 'retryAfterMs' | 'retryAfterSource'> | undefined {
  for (const body of readBodies(error)) {
    const details = readProperty(body, 'details');
    for (const index of [0, 1, 2, 3]) {
      const ms = parseDuration(readProperty(readProperty(details, index), 'retryDelay'));
      if (ms !== undefined) return { retryAfterMs: ms, retryAfterSource: 'body retryDelay' };
    }
    const said = /\btry again in ((?:[\d.]{1,12}(?:ms|[smh]))+)/i.exec(readBodyMessage(body) ?? '')?.[1];
    const ms = parseDuration(said);
    if (ms !== undefined) return { retryAfterMs: ms, retryAfterSource: 'message' };
  }
  return undefined;
}

/** Parses `34s`, `0.25s`, `634ms` and `1m20.5s`, rounded up to whole milliseconds. */
function parseDuration(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^(\d+(\.\d+)?(ms|[smh]))+$/.test(text)) return undefined;
  const parts = text.matchAll(/([\d.]+)(ms|[smh])/g);
  const ms = [...parts].reduce((sum, [, amount, unit = '']) => sum + Number(amount) * (msPerUnit[unit] ?? 0), 0);
  return Number.isFinite(ms) ? Math.ceil(ms) : undefined;
}
