import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

import { rolldown } from 'rolldown';
import { readArguments } from './bench-arguments.ts';
import { median } from './median.ts';
import { onDeepStack } from './on-deep-stack.ts';

type Errors = typeof import('@octollm/errors/errors');

const { rounds } = readArguments(1_501);
// A round is shorter than a time slice, so most rounds run without being interrupted.
const callsPerRound = 100;
const maxRatio = 1.35;
const maxBytes = 3_000;

/** Keeps the engine from dropping the errors: every one lands here. */
let sink: unknown;

/** Bundles the errors as a user's bundler would: everything exported, minified. */
async function bundleErrors(): Promise<string> {
  const input = fileURLToPath(new URL('../../src/errors/index.ts', import.meta.url));
  const bundle = await rolldown({ input });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return output[0].code;
}

/** Loads the bundle itself, so that no loader's transformation is measured along. */
async function load(code: string): Promise<Errors> {
  const folder = await mkdtemp(join(tmpdir(), 'octollm-bench-'));
  const file = join(folder, 'errors.mjs');
  await writeFile(file, code);
  const errors: Errors = await import(pathToFileURL(file).href);
  await rm(folder, { recursive: true });
  return errors;
}

/** Measures nanoseconds per built error. */
function measure(build: () => unknown): number {
  const start = process.hrtime.bigint();
  for (let call = 0; call < callsPerRound; call++) sink = build();
  return Number(process.hrtime.bigint() - start) / callsPerRound;
}

/** Returns what building an error costs, and how many times as much as its reference, on a stack of so many frames more. */
function compare(
  build: () => unknown,
  reference: () => unknown,
  frames?: number,
): { nanoseconds: number; ratio: number } {
  const times: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = onDeepStack(() => measure(reference), frames);
    const own = onDeepStack(() => measure(build), frames);
    const after = onDeepStack(() => measure(reference), frames);
    times.push(own);
    // The reference runs before and after, so that a machine that speeds up or slows down cancels out.
    ratios.push((2 * own) / (before + after));
  }
  return { nanoseconds: median(times), ratio: median(ratios) };
}

const code = await bundleErrors();
const { DatabaseError, OctoLLMError, TaskNotFoundError } = await load(code);
const cause = new Error('socket closed');
const pairs: readonly (readonly [string, () => unknown, () => unknown])[] = [
  ['new OctoLLMError(message)', () => new OctoLLMError('failed'), () => new Error('failed')],
  ['new TaskNotFoundError(message)', () => new TaskNotFoundError('failed'), () => new Error('failed')],
  [
    'new DatabaseError(message, { cause })',
    () => new DatabaseError('failed', { cause }),
    () => new Error('failed', { cause }),
  ],
  [
    'new TaskNotFoundError(message, { details })',
    () => new TaskNotFoundError('failed', { details: { task_id: 'task-1' } }),
    () => new Error('failed'),
  ],
];

let isHeld = true;
for (const [name, build, reference] of pairs) {
  const deep = compare(build, reference);
  const shallow = compare(build, reference, 0);
  isHeld &&= deep.ratio <= maxRatio;
  const cost = `${deep.nanoseconds.toFixed(0).padStart(6)} ns  ${deep.ratio.toFixed(2)} x new Error`;
  console.log(`${name.padEnd(44)} ${cost}  (${shallow.ratio.toFixed(2)} x on a shallow stack)`);
}
const bytes = gzipSync(code, { level: 9 }).length;
isHeld &&= bytes <= maxBytes;
console.log(`${'minified + gzip, everything exported'.padEnd(44)} ${bytes} bytes`);
console.log(`gates ${maxRatio} x and ${maxBytes} bytes: ${isHeld ? 'held' : 'broken'}`);
if (sink === undefined || !isHeld) process.exitCode = 1;
