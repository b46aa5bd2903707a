import { median } from './median.ts';
import { onDeepStack } from './on-deep-stack.ts';
import type { Subject } from './runtime-subject.ts';

/** What a subject costs. */
export interface Cost {
  readonly name: string;
  /** Nanoseconds of one call. */
  readonly nanoseconds: number;
  /** How many times as slow as its reference. */
  readonly ratio: number;
  /** How many times as slow as its reference it may be. */
  readonly gate?: number;
}

// So many that it does not count what the processor has to load again after the previous subject.
const callsPerRound = 500;
// Errors are garbage: of more of them the collector would take its time within the round.
const errorsPerRound = 100;
const roundsOfWarmUp = 50;

/** Keeps the engine from dropping the results: every one lands here. */
let sink: unknown;

/** Measures every subject in every round; medians are reported. */
export async function measureInTurn(subjects: readonly Subject[], rounds: number): Promise<readonly Cost[]> {
  const found = subjects.map((subject) => ({
    subject,
    measure: chooseMeasure(subject),
    times: [] as number[],
    ratios: [] as number[],
  }));
  for (let round = -Math.min(roundsOfWarmUp, rounds); round < rounds; round++) {
    for (const { subject, measure, times, ratios } of found) {
      const before = await measure(subject.reference);
      const own = await measure(subject.run);
      const after = await measure(subject.reference);
      if (round < 0) continue;
      times.push(own);
      // The reference runs before and after, so that a machine that speeds up or slows down cancels out.
      ratios.push((2 * own) / (before + after));
    }
  }
  if (sink === undefined) throw new TypeError('Nothing was measured: no subject returned anything');
  return found.map(({ subject: { name, gate }, times, ratios }) => ({
    name,
    nanoseconds: median(times),
    ratio: median(ratios),
    ...(gate !== undefined && { gate }),
  }));
}

function chooseMeasure({ run, isOnEmptyStack }: Subject): (run: () => unknown) => Promise<number> | number {
  if (run() instanceof Promise) return measureCalls;
  return isOnEmptyStack ? measureErrors : (build) => onDeepStack(() => measureErrors(build));
}

async function measureCalls(run: () => unknown): Promise<number> {
  const start = process.hrtime.bigint();
  for (let made = 0; made < callsPerRound; made++) sink = await run();
  return Number(process.hrtime.bigint() - start) / callsPerRound;
}

function measureErrors(run: () => unknown): number {
  const start = process.hrtime.bigint();
  for (let made = 0; made < errorsPerRound; made++) sink = run();
  return Number(process.hrtime.bigint() - start) / errorsPerRound;
}
