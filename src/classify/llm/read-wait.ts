import { readProperty } from '../../errors/read-property.ts';
import { parseRateLimitReset } from '../../http/parse-rate-limit-reset.ts';
import { findHeaders, readStatus } from '../read-answer.ts';
import type { Wait } from '../read-retry-after.ts';
import { findFirst } from '../rule.ts';
import { readBodies, readBodyMessage } from './read-bodies.ts';

const msPerUnit: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/**
 * Reads a wait that no `Retry-After` names: Google's `retryDelay`, the time at which a used-up limit is free again, or
 * OpenAI's "try again in 1m20.5s".
 */
export function readWait(error: unknown): Wait | undefined {
  const bodies = readBodies(error);
  return findFirst([readRetryDelay], bodies) ?? readReset(error) ?? findFirst([readSaidWait], bodies);
}

function readRetryDelay(body: unknown): Wait | undefined {
  const details = readProperty(body, 'details');
  const delays = [0, 1, 2, 3].map((index) => parseDuration(readProperty(readProperty(details, index), 'retryDelay')));
  return toWait(delays.find(Number.isFinite), 'retryDelay');
}

/** A limit may be used up without being what refused the request, so only these statuses make it the reason. */
function readReset(error: unknown): Wait | undefined {
  if (readStatus(error) !== 429 && readStatus(error) !== 503) return undefined;
  const reset = parseRateLimitReset(findHeaders(error), { nowEpochMs: Date.now() });
  return reset && toWait(reset.ms, reset.source);
}

function readSaidWait(body: unknown): Wait | undefined {
  const said = /\btry again in ((?:[\d.]{1,12}(?:ms|[smh]))+)/i.exec(readBodyMessage(body) ?? '')?.[1];
  return toWait(parseDuration(said), 'message');
}

function toWait(ms: number | undefined, source: string): Wait | undefined {
  return ms === undefined ? undefined : { retryAfterMs: ms, retryAfterSource: source };
}

/** Parses `34s`, `0.25s`, `634ms` and `1m20.5s`, rounded up to whole milliseconds. */
function parseDuration(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^(\d+(\.\d+)?(ms|[smh]))+$/.test(text)) return undefined;
  const parts = text.matchAll(/([\d.]+)(ms|[smh])/g);
  const ms = [...parts].reduce((sum, [, amount, unit = '']) => sum + Number(amount) * (msPerUnit[unit] ?? 0), 0);
  return Number.isFinite(ms) ? Math.ceil(ms) : undefined;
}
