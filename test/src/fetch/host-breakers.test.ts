import { CircuitOpenError } from '@octollm/errors/errors';
import { resilientFetch } from '@octollm/errors/fetch';
import type { BreakerEvent } from '@octollm/errors/breaker';
import { consecutive } from '@octollm/errors/breaker';
import { createOperation, logEvents } from '@octollm/errors/observe';
import { constant } from '@octollm/errors/retry';
import { describe, expect, it, test } from 'vitest';
import { ManualClock } from '../../../src/testing/manual-clock.ts';
import { RecordingLogger } from '../observe/recording-logger.ts';

/** Answers by host: `down.example` fails, `up.example` does not; the rest of the name is the status. */
function answerByHost(input: string | URL | Request): Promise<Response> {
  const { hostname } = new URL(input instanceof Request ? input.url : input);
  const status = { 'down.example': 503, 'up.example': 200 }[hostname] ?? Number(hostname.split('.')[0]);
  return Promise.resolve(new Response(null, { status }));
}

function rejection(run: Promise<unknown>): Promise<unknown> {
  return run.catch((error: unknown) => error);
}

const once = { retry: { maxAttempts: 1 }, breaker: { trip: consecutive(2) } };

describe('a breaker for each host', () => {
  it('opens for the host that fails and for no other', async () => {
    const api = resilientFetch({ ...once, fetch: answerByHost });
    await rejection(api('https://down.example/a'));
    await rejection(api('https://down.example/b'));

    expect(await rejection(api('https://down.example/c'))).toMatchObject({
      code: 'CIRCUIT_OPEN',
      details: { breaker: 'down.example' },
      cause: { details: { status_code: 503 } },
    });
    expect((await api('https://up.example/')).status).toBe(200);
  });

  test('C6: answers that are about the request open nothing', async () => {
    const api = resilientFetch({ ...once, fetch: answerByHost });
    for (const status of [400, 401, 403, 404, 409, 422]) {
      for (let request = 0; request < 3; request++) {
        expect(await rejection(api(`https://${status}.example/`))).toMatchObject({ details: { status_code: status } });
      }
    }
  });

  test('C9: every attempt counts, and a circuit that opens ends the retries when there is no time to wait', async () => {
    let sent = 0;
    const api = resilientFetch({
      retry: { maxAttempts: 5, backoff: constant(0) },
      breaker: { trip: consecutive(2), openMs: 30_000 },
      totalTimeoutMs: 10_000,
      fetch: (input) => {
        sent++;
        return answerByHost(input);
      },
    });

    expect(await rejection(api('https://down.example/'))).toBeInstanceOf(CircuitOpenError);
    expect(sent).toBe(2);
  });

  it('counts attempts that were too slow', async () => {
    const clock = new ManualClock();
    const api = resilientFetch({ ...once, clock, attemptTimeoutMs: 100, fetch: () => new Promise(() => undefined) });
    const runs = Promise.all([1, 2, 3].map(() => rejection(api('https://slow.example/'))));
    await clock.advance(100);

    expect(await runs).toMatchObject([{ code: 'TIMEOUT_ERROR' }, { code: 'TIMEOUT_ERROR' }, { code: 'TIMEOUT_ERROR' }]);
    expect(await rejection(api('https://slow.example/'))).toBeInstanceOf(CircuitOpenError);
  });

  it('can be left out', async () => {
    const api = resilientFetch({ ...once, breaker: false, fetch: answerByHost });
    for (let request = 0; request < 10; request++) {
      expect(await rejection(api('https://down.example/'))).toMatchObject({ details: { status_code: 503 } });
    }
  });

  it('tells the observers of an operation', async () => {
    const logger = new RecordingLogger();
    const { emit } = createOperation('orders.sync', { observers: [logEvents(logger)] });
    const events: BreakerEvent[] = [];
    const onEvent = (event: BreakerEvent): void => {
      events.push(event);
      emit(event);
    };
    const api = resilientFetch({ ...once, breaker: { ...once.breaker, onEvent }, fetch: answerByHost });
    for (let request = 0; request < 3; request++) await rejection(api('https://down.example/'));

    expect(logger.lines).toMatchObject([
      {
        level: 'warn',
        event: 'circuit_breaker.opened',
        fields: { breaker: 'down.example', from: 'closed', to: 'open' },
      },
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'breaker_called', outcome: 'not_permitted' });
  });
});
