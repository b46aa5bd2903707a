import { consecutive, countWindow, timeWindow, type TripWindow } from '@octollm/errors/breaker';
import { ManualClock } from '@octollm/errors/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';

/** Records calls written as letters: `s` success, `f` failure, `S` slow success, `F` slow failure; tells which one trips. */
function findTrip(window: TripWindow, calls: string): number | undefined {
  const index = [...calls].findIndex((call) => window.record(/f/i.test(call), /[SF]/.test(call)));
  return index < 0 ? undefined : index + 1;
}

describe('consecutive', () => {
  const trip = (failures: number, calls: string): number | undefined =>
    findTrip(consecutive(failures).createWindow(new ManualClock()), calls);

  test('trips at the last failure of the series, not before', () => {
    expect(trip(1, 'f')).toBe(1);
    expect(trip(3, 'ff')).toBeUndefined();
    expect(trip(3, 'fff')).toBe(3);
  });

  test('a success begins a new series', () => {
    expect(trip(3, 'ffsff')).toBeUndefined();
    expect(trip(3, 'ffsfff')).toBe(6);
  });

  test('slow calls do not count', () => {
    expect(trip(2, 'SSSFSF')).toBeUndefined();
  });

  test('shows the series', () => {
    const window = consecutive(3).createWindow(new ManualClock());
    findTrip(window, 'sff');

    expect(window.counts).toEqual({ calls: 2, failures: 2, slowCalls: 0 });
  });
});

describe('countWindow', () => {
  const trip = (options: Parameters<typeof countWindow>[0], calls: string): number | undefined =>
    findTrip(countWindow(options).createWindow(new ManualClock()), calls);

  test('trips when the share of failures is reached', () => {
    expect(trip({ size: 4, minimumCalls: 4, failureRate: 0.5 }, 'sfsf')).toBe(4);
    expect(trip({ size: 4, minimumCalls: 4, failureRate: 0.75 }, 'sfsf')).toBeUndefined();
  });

  test('says nothing before the minimum of calls', () => {
    expect(trip({ size: 8, minimumCalls: 5 }, 'ffff')).toBeUndefined();
    expect(trip({ size: 8, minimumCalls: 5 }, 'fffff')).toBe(5);
  });

  test('asks for ten calls by default, or for as many as there is room for', () => {
    expect(trip({ size: 100 }, 'f'.repeat(20))).toBe(10);
    expect(trip({ size: 3 }, 'fff')).toBe(3);
  });

  test('forgets what falls out of the window', () => {
    expect(trip({ size: 4, minimumCalls: 4 }, 'fsssfsssf')).toBeUndefined();
    expect(trip({ size: 4, minimumCalls: 4 }, 'fsssfsf')).toBe(7);
  });

  test('a success is no reason to open, even if it completes the minimum', () => {
    expect(trip({ size: 4, minimumCalls: 4 }, 'fffs')).toBeUndefined();
  });

  test('trips when the share of slow calls is reached', () => {
    expect(trip({ size: 4, minimumCalls: 4, slowCallRate: 0.5 }, 'sSsS')).toBe(4);
    expect(trip({ size: 4, minimumCalls: 4, slowCallRate: 0.75 }, 'sSsS')).toBeUndefined();
    expect(trip({ size: 4, minimumCalls: 4 }, 'SSSS')).toBeUndefined();
  });

  test('counts a slow failure as both', () => {
    const window = countWindow({ size: 3 }).createWindow(new ManualClock());
    findTrip(window, 'sFS');

    expect(window.counts).toEqual({ calls: 3, failures: 1, slowCalls: 2 });
  });

  describe('costs the same for every size', () => {
    afterEach(() => vi.unstubAllGlobals());

    test.each([10, 1000, 100_000])(
      'M-opossum-failure-path: two accesses to a window of %i calls for each failure',
      (size) => {
        let accesses = 0;
        const isIndex = (key: string | symbol): boolean => typeof key === 'string' && /^\d+$/.test(key);
        const RealArray = Uint8Array;
        vi.stubGlobal('Uint8Array', function createCounted(length: number) {
          return new Proxy(new RealArray(length), {
            get(ring, key) {
              if (isIndex(key)) accesses++;
              return Reflect.get(ring, key, ring);
            },
            set(ring, key, value) {
              if (isIndex(key)) accesses++;
              return Reflect.set(ring, key, value, ring);
            },
          });
        });
        const window = countWindow({ size }).createWindow(new ManualClock());
        for (let call = 0; call < 50; call++) window.record(true, false);

        expect(accesses).toBe(100);
      },
    );
  });
});

describe('timeWindow', () => {
  test('trips when the share of failures is reached', () => {
    const window = timeWindow({ durationMs: 1000, minimumCalls: 4 }).createWindow(new ManualClock());

    expect(findTrip(window, 'ssff')).toBe(4);
  });

  test('slides: a call leaves with its bucket', async () => {
    const clock = new ManualClock();
    const window = timeWindow({ durationMs: 1000, buckets: 10, minimumCalls: 4 }).createWindow(clock);
    findTrip(window, 'ff');
    await clock.advance(500);
    findTrip(window, 's');
    expect(window.counts).toEqual({ calls: 3, failures: 2, slowCalls: 0 });

    await clock.advance(499);
    expect(window.counts.calls).toBe(3);
    await clock.advance(1);
    expect(window.counts).toEqual({ calls: 1, failures: 0, slowCalls: 0 });
  });

  test('L6: after an idle hour no old failure counts, so a single new one does not trip', async () => {
    const clock = new ManualClock();
    const window = timeWindow({ durationMs: 30_000, minimumCalls: 10, failureRate: 0.5 }).createWindow(clock);
    for (let second = 0; second < 9; second++) {
      findTrip(window, 'f');
      await clock.advance(1000);
    }
    await clock.advance(3_600_000);

    expect(findTrip(window, 'f')).toBeUndefined();
    expect(window.counts).toEqual({ calls: 1, failures: 1, slowCalls: 0 });
  });

  test('L6: a service with little traffic can open, because the minimum is a number and not a rate', async () => {
    const clock = new ManualClock();
    const window = timeWindow({ durationMs: 60_000, minimumCalls: 3 }).createWindow(clock);
    expect(findTrip(window, 'f')).toBeUndefined();
    await clock.advance(20_000);
    expect(findTrip(window, 'f')).toBeUndefined();
    await clock.advance(20_000);

    expect(findTrip(window, 'f')).toBe(1);
  });

  test('a success is no reason to open, even if it completes the minimum', () => {
    const window = timeWindow({ durationMs: 1000, minimumCalls: 4 }).createWindow(new ManualClock());

    expect(findTrip(window, 'fffs')).toBeUndefined();
  });

  test('a slow call leaves with its bucket, too', async () => {
    const clock = new ManualClock();
    const window = timeWindow({ durationMs: 1000 }).createWindow(clock);
    findTrip(window, 'SF');
    await clock.advance(1000);

    expect(window.counts).toEqual({ calls: 0, failures: 0, slowCalls: 0 });
  });

  test('trips when the share of slow calls is reached', () => {
    const window = timeWindow({ durationMs: 1000, minimumCalls: 2, slowCallRate: 1 }).createWindow(new ManualClock());

    expect(findTrip(window, 'SS')).toBe(2);
  });

  test('reads the clock for every 1,000th success of a busy step, and counts each', () => {
    const clock = new ManualClock();
    const now = vi.spyOn(clock, 'now');
    const window = timeWindow({ durationMs: 1000 }).createWindow(clock);
    findTrip(window, 's'.repeat(1000 + 1000 * 10));

    expect(now).toHaveBeenCalledTimes(1000 + 10);
    expect(window.counts).toEqual({ calls: 11_000, failures: 0, slowCalls: 0 });
  });

  test('few successes of a busy service leave too early, never too late, and no failure does', async () => {
    const clock = new ManualClock();
    const window = timeWindow({ durationMs: 1000 }).createWindow(clock);
    findTrip(window, 's'.repeat(1000));
    await clock.advance(999);
    findTrip(window, 'sssf');
    expect(window.counts).toEqual({ calls: 1004, failures: 1, slowCalls: 0 });

    await clock.advance(1);
    expect(window.counts).toEqual({ calls: 1, failures: 1, slowCalls: 0 });
  });

  test('M-opossum-failure-path: reads the clock once a call, however many calls the window holds', () => {
    const clock = new ManualClock();
    const now = vi.spyOn(clock, 'now');
    const window = timeWindow({ durationMs: 1000 }).createWindow(clock);
    findTrip(window, 's'.repeat(5000));
    now.mockClear();
    findTrip(window, 'f');

    expect(now).toHaveBeenCalledTimes(1);
  });
});

test('a policy describes itself as data, with its defaults', () => {
  expect(consecutive(3).settings).toEqual({ type: 'consecutive', failures: 3 });
  expect(JSON.parse(JSON.stringify(countWindow({ size: 5 }).settings))).toEqual({
    type: 'count_window',
    size: 5,
    minimumCalls: 5,
    failureRate: 0.5,
  });
  expect(timeWindow({ durationMs: 50, slowCallRate: 0.2 }).settings).toEqual({
    type: 'time_window',
    durationMs: 50,
    buckets: 10,
    minimumCalls: 10,
    failureRate: 0.5,
    slowCallRate: 0.2,
  });
});
