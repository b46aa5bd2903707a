import { countWindow, createBreaker, timeWindow, type TripPolicy } from '@octollm/errors/breaker';
import CircuitBreaker from 'opossum';
import { median } from './median.ts';
import { failure } from './runtime-subject.ts';

/** What a failing call costs when the window of a breaker already holds so many of them. */
export interface Growth {
  readonly name: string;
  /** Nanoseconds of one call, for each size of the window. */
  readonly costs: readonly { readonly size: number; readonly nanoseconds: number }[];
}

interface Circuit {
  readonly name: string;
  readonly sizes: readonly number[];
  /** Creates a breaker that counts and never opens; returns how to make a failing call. */
  readonly create: (size: number) => () => Promise<unknown>;
}

const circuits: readonly Circuit[] = [
  { name: 'breaker, count window', sizes: [10, 1_000, 100_000], create: (size) => own(countWindow({ size })) },
  {
    name: 'breaker, time window',
    sizes: [10, 1_000, 100_000],
    create: () => own(timeWindow({ durationMs: 3_600_000 })),
  },
  // Filling it with 100,000 would take hours.
  { name: 'opossum', sizes: [10, 1_000], create: opossum },
];

const rounds = 7;
// So few that the window has the same size at the end.
const callsPerRound = 10;

/** Measures the failure path of breakers with growing windows, in turn. */
export async function measureGrowth(): Promise<readonly Growth[]> {
  const growths: Growth[] = [];
  for (const { name, sizes, create } of circuits) {
    const times = new Map(sizes.map((size) => [size, [] as number[]]));
    for (let round = 0; round < rounds; round++) {
      for (const [size, found] of times) {
        const run = create(size);
        await failOften(run, size);
        found.push((await failOften(run, callsPerRound)) / callsPerRound);
      }
    }
    growths.push({ name, costs: Array.from(times, ([size, found]) => ({ size, nanoseconds: median(found) })) });
  }
  return growths;
}

async function failOften(run: () => Promise<unknown>, calls: number): Promise<number> {
  const start = process.hrtime.bigint();
  for (let made = 0; made < calls; made++) {
    try {
      await run();
    } catch {
      // expected: these calls fail.
    }
  }
  return Number(process.hrtime.bigint() - start);
}

async function fail(): Promise<never> {
  throw failure;
}

function own(trip: TripPolicy): () => Promise<unknown> {
  const breaker = createBreaker({ name: 'search', trip });
  breaker.metricsOnly();
  return () => breaker.execute(fail);
}

function opossum(): () => Promise<unknown> {
  const circuit = new CircuitBreaker(fail, {
    volumeThreshold: Infinity,
    timeout: false,
    rollingCountTimeout: 3_600_000,
  });
  return () => circuit.fire();
}
