import { readProperty } from '../../errors/read-property.ts';
import { fromStatus } from '../by-status.ts';
import { isPassing, type Finding } from '../finding.ts';

/** Says what words in a message mean; the pattern meets the text in lower case. */
export type TextRule = readonly [kind: Finding['kind'], pattern: RegExp, more?: Partial<Finding>];

/** Whole words only. What never passes stands first: a text that names both must not loop. */
const generalWords: readonly TextRule[] = [
  ['canceled', /\b(chat|request|operation) interrupted\b/],
  ['context_overflow', /\bcontext[ _](length )?exceeded\b/],
  ['usage_limit', /\binsufficient_quota\b/, { code: 'insufficient_quota' }],
  ['unauthenticated', /\b(authentication|unauthorized|invalid[ _]api[ _]key)\b/],
  ['config', /\b((invalid|unsupported) model|model[ _]not[ _]found|malformed config(uration)?)\b/],
  ['content_filter', /\bcontent[ _](filter|policy)\b/],
  ['permission_denied', /\bforbidden\b/],
  ['provider_disabled', /\bprovider_disabled\b/],
  ['rate_limit', /\b(rate[ _-]limit(ed)?|too many requests)\b/],
  ['usage_limit', /\b(quota|billing|payment required)\b/],
  ['overloaded', /\boverloaded\b/],
  ['timeout', /\b(timeout|timed out|deadline exceeded)\b/],
  ['unavailable', /\b(unavailable|bad gateway)\b/],
  [
    'transport',
    /\b(connection (reset|refused)|client conn(ection)?|closed network connection|eof|broken pipe|goaway)\b/,
  ],
  ['transport', /\b(socket hang up|stream has been aborted|http2: stream closed|received from peer)\b/],
  ['internal', /\bserver error\b/, { retryable: true }],
];

/** Only after these words a number is a status: never a port, the id of a stream or a count of tokens. */
const spelledStatus = /\b(?:status(?: code)?|http\/\d(?:\.\d)?)\s*[:=]?\s*([45]\d\d)\b/;

/** Reads what an error says. */
export function readMessage(error: unknown): string {
  const message = typeof error === 'string' ? error : readProperty(error, 'message');
  return typeof message === 'string' ? message : '';
}

/**
 * Concludes from whole words.
 *
 * @param text In lower case.
 * @param words What to look for before the general words.
 */
export function byWords(text: string, words: readonly TextRule[]): Finding | undefined {
  for (const [kind, pattern, more] of [...words, ...generalWords]) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { kind, confidence: 'text', rule: `words "${found}"`, ...more };
  }
  return undefined;
}

/**
 * Concludes from a status that a text spells out.
 *
 * @param text In lower case.
 */
export function bySpelledStatus(text: string): Finding | undefined {
  const status = Number(spelledStatus.exec(text)?.[1]);
  return status ? fromStatus(status, 'text') : undefined;
}

/**
 * Lets words name an answer better than its status does. They can say that a failure never passes, but not that a
 * definite one passes; and at a status below 500 that passes, such as 429, where messages speak of quotas and of billing
 * for plain rate limits, only a code counts.
 */
export function refineByWords(answer: Finding, words: Finding | undefined): Finding {
  return words && isBetter(words, answer) ? { ...answer, retryable: isPassing(words), ...words } : answer;
}

function isBetter(words: Finding, answer: Finding): boolean {
  const { status = 0 } = answer;
  if (isPassing(words)) {
    // 500 says nothing, and gateways pass a full server on as 502 to 504.
    const isMoreDefinite = words.kind === 'overloaded' || words.kind === 'rate_limit' || words.action !== undefined;
    return isPassing(answer) && (status === 500 || (isMoreDefinite && status > 500 && status < 505));
  }
  if (status < 500 && isPassing(answer)) return words.code !== undefined;
  return status !== 401;
}
