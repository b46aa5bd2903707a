import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { DatabaseError, OctoLLMError, TaskNotFoundError } from '@octollm/errors/errors';
import { rolldown } from 'rolldown';

const rounds = 41;
const callsPerRound = 20_000;
const maxRatio = 1.35;
const maxBytes = 3_000;

/** Defeats dead-code elimination: every built error lands here. */
let sink: unknown;

const cause = new Error('socket closed');

const contenders: Readonly<Record<string, () => unknown>> = {
  'new Error(message)': () => new Error('query failed'),
  'new OctoLLMError(message)': () => new OctoLLMError('query failed'),
  'new TaskNotFoundError(message)': () => new TaskNotFoundError('query failed'),
  'new Error(message, { cause })': () => new Error('query failed', { cause }),
  'new DatabaseError(message, { cause })': () => new DatabaseError('query failed', { cause }),
  'new TaskNotFoundError(message, { details })': () =>
    new TaskNotFoundError('query failed', { details: { task_id: 'task-1' } }),
};

const references: Readonly<Record<string, string>> = {
  'new DatabaseError(message, { cause })': 'new Error(message, { cause })',
};

/** Measures one round: nanoseconds per built error. */
function measureRound(build: () => unknown): number {
  const start = process.hrtime.bigint();
  for (let call = 0; call < callsPerRound; call++) sink = build();
  return Number(process.hrtime.bigint() - start) / callsPerRound;
}

/** Measures all contenders in turn within each round, so that a slow moment of the machine hits them alike. */
function measure(): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, build] of Object.entries(contenders)) times.get(name)?.push(measureRound(build));
  }
  return new Map([...times].map(([name, values]) => [name, values.sort((a, b) => a - b)[rounds >> 1] ?? NaN]));
}

/** Measures what the errors cost a bundle: minified and gzipped, everything exported. */
async function measureSize(): Promise<number> {
  const entry = fileURLToPath(new URL('../../src/errors/index.ts', import.meta.url));
  const bundle = await rolldown({ input: entry, resolve: { extensions: ['.ts'] } });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  return gzipSync(output[0].code, { level: 9 }).length;
}

const medians = measure();
let isWithinGate = true;
for (const [name, nanoseconds] of medians) {
  const reference = medians.get(references[name] ?? 'new Error(message)') ?? NaN;
  const ratio = nanoseconds / reference;
  isWithinGate &&= ratio <= maxRatio;
  console.log(`${name.padEnd(46)} ${nanoseconds.toFixed(0).padStart(6)} ns  ${ratio.toFixed(2)} x`);
}
const bytes = await measureSize();
isWithinGate &&= bytes <= maxBytes;
console.log(`@octollm/errors/errors, minified + gzip: ${bytes} bytes`);
console.log(`gate: <= ${maxRatio} x, <= ${maxBytes} bytes: ${isWithinGate ? 'held' : 'broken'}`);
if (sink === undefined || !isWithinGate) process.exitCode = 1;
