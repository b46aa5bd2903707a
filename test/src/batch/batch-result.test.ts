import { settleAll } from '@octollm/errors/batch';
import { AuthenticationError, DatabaseError, RateLimitError, TaskNotFoundError } from '@octollm/errors/errors';
import { describe, expect, it, test } from 'vitest';

/** Works on a list in which errors stand for items that fail. */
function settle(...items: unknown[]): ReturnType<typeof settleAll<unknown, unknown>> {
  return settleAll(
    items,
    (item) => {
      if (item instanceof Error) throw item;
      return item;
    },
    { concurrency: 1, stopOn: ['unauthenticated'] },
  );
}

describe('summary', () => {
  it('counts failures by code, and foreign ones by name', async () => {
    const { summary } = await settle(1, new DatabaseError('a'), new DatabaseError('b'), new TypeError('c'));

    expect(summary).toEqual({
      total: 4,
      succeeded: 1,
      failed: 3,
      skipped: 0,
      failedByCode: { DATABASE_ERROR: 2, TypeError: 1 },
    });
  });
});

describe('toAggregateError', () => {
  it('returns nothing for a batch that is complete', async () => {
    const batch = await settle(1, 2);

    expect(batch.isComplete).toBe(true);
    expect(batch.toAggregateError()).toBeUndefined();
  });

  it('keeps every failure as it was thrown, in the order of the input', async () => {
    const failures = [new DatabaseError('a'), new TypeError('b')];
    const error = (await settle(failures[0], 1, failures[1])).toAggregateError();

    expect(error).toBeInstanceOf(AggregateError);
    expect(error?.message).toBe('2 of 3 items failed');
    expect(error?.errors).toEqual(failures);
    expect(error?.errors[0]).toBe(failures[0]);
  });

  it('tells that the batch stopped early, and lists the failure that stopped it once', async () => {
    const denied = new AuthenticationError('No key');
    const error = (await settle(1, denied, 2)).toAggregateError();

    expect(error?.message).toBe('1 of 3 items failed, and the batch stopped early (condition, 1 skipped)');
    expect(error?.errors).toEqual([denied]);
  });

  it('is there for a batch that was aborted before anything failed', async () => {
    const reason = new Error('Deploy');
    const batch = await settleAll([1], (item) => item, { signal: AbortSignal.abort(reason) });

    expect(batch.isComplete).toBe(false);
    expect(batch.toAggregateError()?.errors).toEqual([reason]);
  });
});

describe('toMultiStatus', () => {
  it('is 200 when every item succeeded', async () => {
    expect((await settle('a')).toMultiStatus()).toEqual({
      status: 200,
      body: { results: [{ index: 0, key: 0, status: 200, value: 'a' }] },
    });
  });

  it('gives each item the status that a request of its own would have got', async () => {
    const limited = new RateLimitError('Too many', { retryAfterMs: 1_500 });
    const { status, body } = (
      await settle('a', TaskNotFoundError.forTask('t-1'), limited, new AuthenticationError('No'), 'never')
    ).toMultiStatus();

    expect(status).toBe(207);
    expect(body.results.map((item) => item.status)).toEqual([200, 404, 429, 401, 424]);
    expect(body.results[2]?.error).toMatchObject({ error: 'RATE_LIMIT_EXCEEDED', retry_after: 2 });
    expect(body.results[4]?.error).toMatchObject({ error: 'NOT_ATTEMPTED' });
  });

  test('R11: error objects become public errors, and no text of a server failure gets out', async () => {
    const secret = 'password=hunter2 at db.internal';
    const { body } = (
      await settle(new DatabaseError(secret), new Error(secret), Object.assign(new Error(secret), { status: 429 }))
    ).toMultiStatus();

    expect(JSON.stringify(body)).not.toContain('hunter2');
    expect(body.results.map((item) => item.status)).toEqual([500, 500, 503]);
  });

  it('passes on a status that an upstream relayed from the client, when told to', async () => {
    const batch = await settle(Object.assign(new Error('x'), { status: 409 }));

    expect(batch.toMultiStatus().body.results[0]?.status).toBe(502);
    expect(batch.toMultiStatus({ attributeTo: 'client' }).body.results[0]?.status).toBe(409);
  });

  it('shows of a value what it is told to show', async () => {
    const batch = await settleAll([{ id: 1, secret: 'x' }], (item) => item);

    expect(batch.toMultiStatus({ present: ({ id }) => id }).body.results[0]?.value).toBe(1);
  });
});
