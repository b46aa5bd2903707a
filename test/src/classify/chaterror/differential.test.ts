import type { Classification } from '@octollm/errors/classify';
import { classifyLLM } from '@octollm/errors/classify/llm';
import { describe, expect, it, test } from 'vitest';
import { classifyChat, type ChatKind, type ChatOutput } from './chaterror.ts';
import { differences, textDifferences } from './differences.ts';
import { literals, type Table } from './literals.ts';

const statuses = ['none', 400, 401, 402, 403, 404, 408, 409, 413, 422, 425, 429, 500, 501, 502, 503, 504, 529] as const;
const tables: Readonly<Record<Table | 'no literal', readonly string[]>> = { 'no literal': ['it failed'], ...literals };

/** K5 and K8: our kinds are finer; what is missing here is `generic` there. */
const chatKinds: { readonly [kind in Classification['kind']]?: ChatKind } = {
  overloaded: 'overloaded',
  rate_limit: 'rate_limit',
  usage_limit: 'usage_limit',
  timeout: 'timeout',
  unavailable: 'timeout',
  transport: 'timeout',
  unauthenticated: 'auth',
  permission_denied: 'auth',
  config: 'config',
  context_overflow: 'config',
  provider_disabled: 'provider_disabled',
};

function agrees(message: string, status: number | 'none'): boolean {
  const fields = status === 'none' ? {} : { status };
  const ours = classifyLLM(Object.assign(new Error(message), fields));
  const theirs = classifyChat({ message, ...fields }, 'newest');
  return (chatKinds[ours.kind] ?? 'generic') === theirs.kind && ours.retryable === theirs.retryable;
}

describe.each(Object.entries(tables) as [Table | 'no literal', readonly string[]][])('%s', (table, texts) => {
  test.each(statuses)('at status %s agrees, unless the difference is deliberate', (status) => {
    const deliberate = differences.filter((entry) => entry.tables.includes(table) && entry.statuses.includes(status));
    expect(deliberate.length, 'listed once').toBeLessThanOrEqual(1);
    for (const text of texts)
      expect(agrees(text, status), `${text}: ${deliberate[0]?.why}`).toBe(deliberate.length === 0);
  });
});

describe('texts in no table', () => {
  it.each(['boom', 'status code: 503', 'received status 429 from there', 'status 529', 'dial tcp 10.0.0.1:503', ''])(
    '%s: agrees',
    (text) => {
      expect(agrees(text, 'none')).toBe(true);
    },
  );

  it.each(textDifferences.flatMap(({ id, why, texts }) => texts.map((text) => [text, id, why] as const)))(
    '%s: differs by %s: %s',
    (text) => {
      expect(agrees(text, 'none')).toBe(false);
    },
  );
});

describe('the seed and the newest revision', () => {
  const bothOf = (message: string, status?: number): readonly [ChatOutput, ChatOutput] => {
    const input = status === undefined ? { message } : { message, status };
    return [classifyChat(input, 'seed'), classifyChat(input, 'newest')];
  };

  it('differ where K1, K2 and K4 say so', () => {
    const [seed, newest] = bothOf('context canceled', 500);
    expect([seed.retryable, newest.retryable]).toEqual([false, true]);
    expect(bothOf('insufficient_quota', 429).map(({ kind }) => kind)).toEqual(['auth', 'usage_limit']);
    expect(bothOf('quota exceeded', 429).map(({ kind }) => kind)).toEqual(['auth', 'rate_limit']);
    expect(bothOf('dial tcp 10.0.0.1:503: no route').map(({ status }) => status)).toEqual([503, 0]);
    expect(bothOf('stream ID 429; protocol_error').map(({ status }) => status)).toEqual([429, 0]);
  });

  it('differ by the four rules that came later', () => {
    const later = [
      ...literals.continuity,
      ...literals.streamCut,
      ...literals.chainBroken,
      ...literals.providerDisabled,
    ];
    const changed = later.filter((text) => {
      const [seed, newest] = bothOf(text, 503);
      return seed.kind !== newest.kind || seed.retryable !== newest.retryable;
    });
    expect(changed).toEqual([...literals.continuity, ...literals.chainBroken, ...literals.providerDisabled]);
    expect(bothOf(literals.streamCut[0]).map(({ kind }) => kind)).toEqual(['generic', 'timeout']);
  });

  it('agree on every other literal', () => {
    const same = [
      'overloaded',
      'authentication',
      'forbidden',
      'rateLimit',
      'timeout',
      'config',
      'serverError',
    ] as const;
    for (const text of same.flatMap((table) => literals[table])) {
      const [seed, newest] = bothOf(text);
      expect(seed, text).toEqual(newest);
    }
  });
});
