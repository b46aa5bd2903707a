import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface BenchArguments {
  /** How often each run is repeated; medians are reported. */
  readonly rounds: number;
  /** Folders to read instead of the corpus. */
  readonly folders: readonly string[];
}

/** Reads `[--rounds NUMBER] [FOLDER...]`. */
export function readArguments(defaultRounds: number): BenchArguments {
  const { values, positionals } = parseArgs({ options: { rounds: { type: 'string' } }, allowPositionals: true });
  const rounds = Number(values.rounds ?? defaultRounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new TypeError(`Cannot run ${values.rounds} rounds: \`--rounds\` takes a whole number from 1 up.`);
  return { rounds, folders: positionals.map((folder) => resolve(folder)) };
}
