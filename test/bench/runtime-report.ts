import type { Growth } from './runtime-growth.ts';
import type { Cost } from './runtime-rounds.ts';

/** What one process has measured. */
export interface RuntimeReport {
  /** The version of Node, with its `v`. */
  readonly version: string;
  readonly own: readonly Cost[];
  readonly peers: readonly Cost[];
  readonly growth: readonly Growth[];
}

/** How many times as much a failing call may cost at the largest window: as much as at the smallest, noise aside. */
const maxGrowth = 2;

/** Returns the report as a table, in lines. */
export function toTable({ version, own, peers, growth }: RuntimeReport): readonly string[] {
  return [
    `Node ${version.slice(1)}`,
    ...[...own, ...peers].map(({ name, nanoseconds, ratio, gate }) =>
      toLine(name, nanoseconds, `${ratio.toFixed(2).padStart(8)} x${gate ? `   gate ${gate} x` : ''}`),
    ),
    'A failing call, by how many the window of the breaker holds',
    ...growth.flatMap(({ name, costs }) =>
      costs.map(({ size, nanoseconds }) => toLine(`${name}, ${size}`, nanoseconds, '')),
    ),
  ];
}

/** Returns what is slower than its gate allows, each as a line. */
export function findBroken({ version, own, growth }: RuntimeReport): readonly string[] {
  const slow = own.filter(({ ratio, gate = Infinity }) => !(ratio <= gate));
  const growing = growth.filter(({ name, costs }) => name.startsWith('breaker') && !isConstant(costs));
  return [
    ...slow.map(
      ({ name, ratio, gate }) => `Node ${version.slice(1)}: ${name} takes ${ratio.toFixed(2)} x, gate ${gate} x`,
    ),
    ...growing.map(({ name }) => `Node ${version.slice(1)}: ${name}: a failing call costs more in a larger window`),
  ];
}

function isConstant(costs: Growth['costs']): boolean {
  const [first, last] = [costs.at(0)?.nanoseconds ?? NaN, costs.at(-1)?.nanoseconds ?? NaN];
  return last <= first * maxGrowth;
}

function toLine(name: string, nanoseconds: number, rest: string): string {
  return `  ${name.padEnd(50)} ${nanoseconds.toFixed(0).padStart(9)} ns${rest}`.trimEnd();
}
