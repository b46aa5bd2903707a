import { NetworkError } from '@octollm/errors/errors';
import { createRandom, failTimes, flaky, hangUntilAborted, ManualClock, withLatency } from '@octollm/errors/testing';
import { describe, expect, test } from 'vitest';

const down = new NetworkError('The service is down');

describe('createRandom', () => {
  test('repeats itself for equal seeds only', () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, createRandom(seed));

    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  test('spreads evenly from 0 up to 1', () => {
    const random = createRandom(1);
    const tenths = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw++) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? NaN) + 1;
    }

    expect(tenths).toHaveLength(10);
    expect(Math.min(...tenths)).toBeGreaterThan(900);
    expect(Math.max(...tenths)).toBeLessThan(1100);
  });
});

describe('failTimes', () => {
  test('fails at first and then works, with the arguments', async () => {
    const double = failTimes((value: number) => value * 2, { times: 2, error: down });

    await expect(double(1)).rejects.toBe(down);
    await expect(double(2)).rejects.toBe(down);
    await expect(double(3)).resolves.toBe(6);
  });

  test('builds an error for each call', async () => {
    const call = failTimes(() => 1, { times: 2, error: (count: number) => new NetworkError(`Failure ${count}`) });

    await expect(call()).rejects.toThrow('Failure 1');
    await expect(call()).rejects.toThrow('Failure 2');
  });
});

describe('flaky', () => {
  test('fails in the same calls on every run', async () => {
    const run = async (): Promise<string[]> => {
      const call = flaky(() => 1, { failureRate: 0.3, random: createRandom(3), error: down });
      const results = await Promise.allSettled(Array.from({ length: 1000 }, () => call()));
      return results.map(({ status }) => status);
    };
    const first = await run();

    expect(await run()).toEqual(first);
    expect(first.filter((status) => status === 'rejected').length).toBeGreaterThan(250);
    expect(first.filter((status) => status === 'rejected').length).toBeLessThan(350);
  });

  test('always works or always fails at the ends of the scale', async () => {
    const random = createRandom(1);

    await expect(flaky(() => 1, { failureRate: 0, random, error: down })()).resolves.toBe(1);
    await expect(flaky(() => 1, { failureRate: 1, random, error: down })()).rejects.toBe(down);
  });
});

describe('withLatency', () => {
  test('answers late', async () => {
    const clock = new ManualClock();
    const slow = withLatency(() => clock.now(), { latencyMs: (call) => call * 100, clock });
    const [first, second] = [slow({}), slow({})];
    await clock.advance(200);

    expect([await first, await second]).toEqual([100, 200]);
  });

  test('ends with an abort', async () => {
    const clock = new ManualClock();
    const slow = withLatency(() => expect.unreachable(), { latencyMs: 100, clock });

    await expect(slow({ signal: AbortSignal.abort(down) })).rejects.toBe(down);
  });
});

describe('hangUntilAborted', () => {
  test('ends with an abort only', async () => {
    const controller = new AbortController();
    const hanging = hangUntilAborted(controller);
    let isSettled = false;
    const settled = Promise.allSettled([hanging]).then(() => (isSettled = true));
    await new ManualClock().advance(1e9);
    expect(isSettled).toBe(false);
    controller.abort(down);

    await settled;
    await expect(hanging).rejects.toBe(down);
  });

  test('ends at once when the signal has ended already', async () => {
    await expect(hangUntilAborted({ signal: AbortSignal.abort(down) })).rejects.toBe(down);
  });
});
