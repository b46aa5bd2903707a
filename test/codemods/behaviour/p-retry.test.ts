import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import * as classifying from '@octollm/errors/classify';
import { RateLimitError } from '@octollm/errors/errors';
import * as retrying from '@octollm/errors/retry';
import pRetry, { AbortError } from 'p-retry';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pRetryToOctollm } from '../../../codemods/p-retry-to-octollm.ts';
import { runCodemod } from '../support/run-codemod.ts';
import { runText } from '../support/run-text.ts';

/** What a scripted function does in one call. */
type Step = () => unknown;

type Run = (
  load: (attempt?: unknown) => Promise<unknown>,
  log: (line: string) => void,
  tools: object,
) => Promise<unknown>;

interface Observed {
  /** When each call began, in milliseconds, and which attempt it was told to be. */
  readonly calls: readonly (readonly [at: number, attempt: unknown])[];
  readonly log: readonly string[];
  readonly endedAt: number;
  readonly value?: unknown;
  readonly error?: unknown;
}

const current = Object.assign((...given: Parameters<typeof pRetry>) => pRetry(...given), {
  default: pRetry,
  AbortError,
});
// matrix-js-sdk, which is in the corpus, still has p-retry 4.
const installed = createRequire(createRequire(import.meta.url).resolve('matrix-js-sdk/package.json'));
const former: unknown = installed('p-retry');

const runtime = { '@octollm/errors/retry': retrying, '@octollm/errors/classify': classifying };

function migrate(text: string): string {
  const { text: migrated, leftAlone } = runCodemod(pRetryToOctollm, 'src/input.cjs', text, { unsafe: true });
  expect(leftAlone).toEqual([]);
  expect(migrated).not.toContain('p-retry');
  return migrated;
}

/** Calls `run` of a module with a scripted function; its last step repeats. */
async function observe(text: string, library: unknown, script: readonly Step[], tools: object = {}): Promise<Observed> {
  // The exports of the texts below are such functions.
  const { run } = runText(text, { 'p-retry': library, ...runtime }) as { readonly run: Run };
  const begin = Date.now();
  const calls: [number, unknown][] = [];
  const log: string[] = [];
  const load = async (attempt: unknown): Promise<unknown> => {
    calls.push([Date.now() - begin, attempt]);
    return script[Math.min(calls.length, script.length) - 1]?.();
  };
  const end = run(load, (line) => log.push(line), tools).then(
    (value) => ({ value, endedAt: Date.now() - begin }),
    (error: unknown) => ({ error, endedAt: Date.now() - begin }),
  );
  await vi.runAllTimersAsync();
  return { calls, log, ...(await end) };
}

const fail =
  (error: unknown): Step =>
  () => {
    throw error;
  };
const give =
  (value: unknown): Step =>
  () =>
    value;

interface Scenario {
  readonly name: string;
  readonly text: string;
  readonly script: readonly Step[];
  /** When calls begin, in milliseconds. */
  readonly at: readonly number[];
  /** For callbacks that p-retry 4 to 6 give the error itself. */
  readonly isFormer?: boolean;
}

const busy = new Error('Service unavailable');
const call = (options: string): string => `
const pRetry = require('p-retry');
exports.run = (load, log) => pRetry((attempt) => load(attempt), ${options});
`;

const scenarios: readonly Scenario[] = [
  { name: 'a call that succeeds', text: call('{ retries: 3 }'), script: [give('plan')], at: [0] },
  {
    name: 'success after two failures',
    text: call('{ retries: 3, minTimeout: 100 }'),
    script: [fail(busy), fail(busy), give('plan')],
    at: [0, 100, 300],
  },
  {
    name: 'retries that are used up: three of them are four calls',
    text: call('{ retries: 3, minTimeout: 100 }'),
    script: [fail(busy)],
    at: [0, 100, 300, 700],
  },
  { name: 'no retries', text: call('{ retries: 0 }'), script: [fail(busy)], at: [0] },
  {
    name: 'the default waits',
    text: call('{ retries: 4 }'),
    script: [fail(busy)],
    at: [0, 1000, 3000, 7000, 15_000],
  },
  {
    name: 'no options at all',
    text: `const pRetry = require('p-retry');\nexports.run = (load) => pRetry((attempt) => load(attempt));\n`,
    script: [...Array.from({ length: 10 }, () => fail(busy)), give('plan')],
    at: [0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 1023].map((seconds) => seconds * 1000),
  },
  {
    name: 'a cap on the waits',
    text: call('{ retries: 4, minTimeout: 100, maxTimeout: 250 }'),
    script: [fail(busy)],
    at: [0, 100, 300, 550, 800],
  },
  {
    name: 'equal waits',
    text: call('{ retries: 3, minTimeout: 100, factor: 1 }'),
    script: [fail(busy)],
    at: [0, 100, 200, 300],
  },
  {
    name: 'another factor',
    text: call('{ retries: 3, minTimeout: 100, factor: 3 }'),
    script: [fail(busy)],
    at: [0, 100, 400, 1300],
  },
  {
    name: 'chance, a quarter of the way',
    text: call('{ retries: 2, minTimeout: 100, randomize: true }'),
    script: [fail(busy)],
    at: [0, 125, 375],
  },
  {
    name: 'no wait',
    text: call('{ retries: 2, minTimeout: 0 }'),
    script: [fail(busy)],
    at: [0, 0, 0],
  },
  {
    name: 'the last of different errors',
    text: call('{ retries: 2, minTimeout: 1 }'),
    script: [fail(new Error('one')), fail(new Error('two')), fail(new Error('three'))],
    at: [0, 1, 3],
  },
  {
    name: 'a mistake in the code, which is not repeated',
    text: call('{ retries: 3 }'),
    script: [fail(new TypeError('plan is not a function'))],
    at: [0],
  },
  {
    name: 'a connection that is lost',
    text: call('{ retries: 2, minTimeout: 10 }'),
    script: [fail(new TypeError('fetch failed')), give('plan')],
    at: [0, 10],
  },
  {
    name: 'an answer that says it is our fault',
    text: call('{ retries: 2, minTimeout: 10 }'),
    script: [fail(Object.assign(new Error('Bad request'), { status: 400 })), give('plan')],
    at: [0, 10],
  },
  {
    name: 'a text that stops',
    text: `
const pRetry = require('p-retry');
exports.run = (load) => pRetry(async (attempt) => {
  const plan = await load(attempt);
  if (!plan) throw new pRetry.AbortError('There is no plan');
  throw new Error('again');
}, { retries: 3, minTimeout: 10 });
`,
    script: [give('plan'), give(undefined)],
    at: [0, 10],
  },
  {
    name: 'an error that stops',
    text: `
const { default: pRetry, AbortError } = require('p-retry');
exports.run = (load) => pRetry(async (attempt) => {
  try {
    return await load(attempt);
  } catch (error) {
    throw error.isFatal ? new AbortError(error) : error;
  }
}, { retries: 3, minTimeout: 10 });
`,
    script: [fail(busy), fail(Object.assign(new Error('Gone'), { isFatal: true })), give('plan')],
    at: [0, 10],
  },
  {
    name: 'a callback after each failure',
    text: call(`{
  retries: 2,
  minTimeout: 10,
  onFailedAttempt: ({ error, attemptNumber, retriesLeft }) => {
    log(\`\${error.message}: \${attemptNumber}, \${retriesLeft} left\`);
  },
}`),
    script: [fail(busy)],
    at: [0, 10, 30],
  },
  {
    name: 'a callback that takes the context',
    text: call(`{
  retries: 2,
  minTimeout: 10,
  onFailedAttempt: (context) => {
    log(context.error.message + context.attemptNumber + context.retriesLeft);
    if (context.attemptNumber === 2) throw context.error;
  },
}`),
    script: [fail(busy)],
    at: [0, 10],
  },
  {
    name: 'a decision',
    text: call(
      '{ retries: 3, minTimeout: 10, shouldRetry: ({ error, attemptNumber }) => error.isBusy || attemptNumber < 2 }',
    ),
    script: [fail(busy)],
    at: [0, 10],
  },
  {
    name: 'a callback that p-retry 4 gives the error',
    text: call(`{
  retries: 2,
  minTimeout: 10,
  onFailedAttempt: (error) => {
    log(\`\${error.message}: \${error.attemptNumber}, \${error.retriesLeft} left\`);
  },
}`),
    script: [fail(busy)],
    at: [0, 10, 30],
    isFormer: true,
  },
  {
    name: 'waits that p-retry 4 repeats for ever',
    text: call('{ forever: true, retries: 3, minTimeout: 10 }'),
    script: [...Array.from({ length: 6 }, () => fail(busy)), give('plan')],
    at: [0, 10, 30, 70, 110, 150, 190],
    isFormer: true,
  },
];

describe('migrated calls of p-retry', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
    vi.spyOn(Math, 'random').mockReturnValue(0.25);
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it.each(scenarios)('do the same on $name', async ({ text, script, at, isFormer }) => {
    const before = await observe(text, isFormer ? former : current, script);
    const after = await observe(migrate(text), undefined, script);
    expect(after.calls.map(([time]) => time)).toEqual(at);
    expect(after).toEqual(before);
    // An equal error is not enough: it has to be the very one that was thrown, unless it was made of a text.
    if (!/AbortError\('/.test(text)) expect(after.error).toBe(before.error);
  });

  const withSignal = `
const pRetry = require('p-retry');
exports.run = (load, log, { signal }) => pRetry(() => load(), { retries: 3, minTimeout: 100, signal });
`;

  it('do the same on an abort in a wait: the wait ends at once', async () => {
    const stopped = new Error('Nobody waits any more');
    const abortLater = (): object => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(stopped), 150);
      return { signal: controller.signal };
    };
    const before = await observe(withSignal, current, [fail(busy)], abortLater());
    const after = await observe(migrate(withSignal), undefined, [fail(busy)], abortLater());
    expect(after).toEqual(before);
    expect(after.calls.map(([time]) => time)).toEqual([0, 100]);
    expect(after).toMatchObject({ endedAt: 150, error: stopped });
  });

  it('do the same on a signal that is aborted already: nothing is called', async () => {
    const tools = { signal: AbortSignal.abort(new Error('Too late')) };
    const before = await observe(withSignal, current, [give('plan')], tools);
    const after = await observe(migrate(withSignal), undefined, [give('plan')], tools);
    expect(after).toEqual(before);
    expect(after.calls).toEqual([]);
  });

  it('wait as long as a server asks for, which p-retry does not', async () => {
    const limited = RateLimitError.exceeded({ limit: 10, windowSeconds: 60, retryAfterMs: 30_000 });
    const text = call('{ retries: 3, minTimeout: 100 }');
    const after = await observe(migrate(text), undefined, [fail(limited), give('plan')]);
    expect(after.calls.at(-1)?.[0]).toBeGreaterThanOrEqual(30_000);
    expect(after.value).toBe('plan');
  });

  it('reject with what was thrown when that is no error, of which p-retry makes one', async () => {
    const text = call('{ retries: 3 }');
    const before = await observe(text, current, [fail('no plan')]);
    const after = await observe(migrate(text), undefined, [fail('no plan')]);
    expect(after.error).toBe('no plan');
    expect(before.error).toBeInstanceOf(TypeError);
    expect(after.calls).toEqual(before.calls);
  });
});

describe('against a server that answers by a script', () => {
  const text = `
const pRetry = require('p-retry');
exports.run = (load, log, { url }) => pRetry(async () => {
  const response = await fetch(url);
  if (response.status === 404) throw new pRetry.AbortError(\`Nothing at \${url}\`);
  if (!response.ok) throw new Error(\`Answered \${response.status}\`);
  return response.text();
}, { retries: 2, minTimeout: 1 });
`;

  it.each([
    { statuses: [200], requests: 1 },
    { statuses: [503, 500, 200], requests: 3 },
    { statuses: [503, 503, 503, 200], requests: 3 },
    { statuses: [503, 404, 200], requests: 2 },
    { statuses: [], requests: 3 },
  ])('$statuses: $requests requests and the same end', async ({ statuses, requests }) => {
    const before = await request(text, statuses);
    const after = await request(migrate(text), statuses);
    expect(after).toEqual(before);
    expect(after.requests).toBe(requests);
  });

  /** Without a status the server breaks the connection. */
  async function request(code: string, statuses: readonly number[]): Promise<{ requests: number; end: string }> {
    let requests = 0;
    const server = createServer((_request, response) => {
      const status = statuses[requests++];
      if (status === undefined) response.destroy();
      else response.writeHead(status).end('plan');
    });
    server.listen(0);
    await once(server, 'listening');
    // The server listens at a port of TCP.
    const url = `http://localhost:${String((server.address() as AddressInfo).port)}/`;
    const { run } = runText(code, { 'p-retry': current, ...runtime }) as { readonly run: Run };
    const end = await run(
      async () => undefined,
      () => undefined,
      { url },
    ).then(String, String);
    server.close();
    return { requests, end: end.replace(url, '/') };
  }
});
