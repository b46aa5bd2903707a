import pRetry from 'p-retry';
import { load } from './load.js';
import { classify } from '@octollm/errors/classify';
import { exponential, retry } from '@octollm/errors/retry';

async function loadOne(): Promise<void> {
  await load('one');
}

async function loadNth(attempt: number): Promise<void> {
  await load(`${attempt}`);
}

export class Client {
  async loadAll(fn: () => Promise<void>, numbered: (attempt: number) => Promise<void>): Promise<void> {
    await retry(async ({ attempt }) => load(`${attempt}`), {
      maxAttempts: 11,
      backoff: exponential({ initialMs: 1000, maxMs: Infinity, jitter: 'none' }),
      idempotent: true,
      classify,
      shouldRetry: ({ retryable }, _context, error) =>
        retryable || (error instanceof Error && !(error instanceof TypeError)),
    });
    await retry(async ({ attempt: attemptNumber }) => load(`${attemptNumber}`), {
      maxAttempts: 11,
      backoff: exponential({ initialMs: 1000, maxMs: Infinity, jitter: 'none' }),
      idempotent: true,
      classify,
      shouldRetry: ({ retryable }, _context, error) =>
        retryable || (error instanceof Error && !(error instanceof TypeError)),
    });
    await retry(async ({ attempt: count }) => load(`${count}`), {
      maxAttempts: 11,
      backoff: exponential({ initialMs: 1000, maxMs: Infinity, jitter: 'none' }),
      idempotent: true,
      classify,
      shouldRetry: ({ retryable }, _context, error) =>
        retryable || (error instanceof Error && !(error instanceof TypeError)),
    });
    await retry(async function () {
      await load('plain');
    }, {
      maxAttempts: 11,
      backoff: exponential({ initialMs: 1000, maxMs: Infinity, jitter: 'none' }),
      idempotent: true,
      classify,
      shouldRetry: ({ retryable }, _context, error) =>
        retryable || (error instanceof Error && !(error instanceof TypeError)),
    });
    await retry(loadOne, {
      maxAttempts: 11,
      backoff: exponential({ initialMs: 1000, maxMs: Infinity, jitter: 'none' }),
      idempotent: true,
      classify,
      shouldRetry: ({ retryable }, _context, error) =>
        retryable || (error instanceof Error && !(error instanceof TypeError)),
    });
    await retry(({ attempt }) => loadNth(attempt), {
      maxAttempts: 11,
      backoff: exponential({ initialMs: 1000, maxMs: Infinity, jitter: 'none' }),
      idempotent: true,
      classify,
      shouldRetry: ({ retryable }, _context, error) =>
        retryable || (error instanceof Error && !(error instanceof TypeError)),
    });
    await retry(this.connect.bind(this), {
      maxAttempts: 11,
      backoff: exponential({ initialMs: 1000, maxMs: Infinity, jitter: 'none' }),
      idempotent: true,
      classify,
      shouldRetry: ({ retryable }, _context, error) =>
        retryable || (error instanceof Error && !(error instanceof TypeError)),
    });
    await retry(fn, {
      maxAttempts: 11,
      backoff: exponential({ initialMs: 1000, maxMs: Infinity, jitter: 'none' }),
      idempotent: true,
      classify,
      shouldRetry: ({ retryable }, _context, error) =>
        retryable || (error instanceof Error && !(error instanceof TypeError)),
    });
    await retry(({ attempt }) => numbered(attempt), {
      maxAttempts: 11,
      backoff: exponential({ initialMs: 1000, maxMs: Infinity, jitter: 'none' }),
      idempotent: true,
      classify,
      shouldRetry: ({ retryable }, _context, error) =>
        retryable || (error instanceof Error && !(error instanceof TypeError)),
    });
    await pRetry(load);
    await retry<void>(() => load('typed'), {
      maxAttempts: 11,
      backoff: exponential({ initialMs: 1000, maxMs: Infinity, jitter: 'none' }),
      idempotent: true,
      classify,
      shouldRetry: ({ retryable }, _context, error) =>
        retryable || (error instanceof Error && !(error instanceof TypeError)),
    });
  }

  private async connect(): Promise<void> {
    await load('connected');
  }
}
