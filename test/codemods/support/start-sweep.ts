import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SweepNews, SweepOrder } from './sweeping-process.ts';

const entry = join(import.meta.dirname, 'sweeping-process.ts');

/** Starts a process that has everything loaded and waits for its order. */
export async function prepareSweep(options: Pick<ForkOptions, 'uid' | 'gid'> = {}): Promise<ChildProcess> {
  const child = fork(entry, [], {
    ...options,
    silent: true,
    execArgv: ['--import', import.meta.resolve('tsx'), '--conditions', '@octollm/source'],
  });
  await once(child, 'message');
  return child;
}

/** Gives the order, and waits for what the process says at the end. */
export async function orderSweep(child: ChildProcess, order: SweepOrder): Promise<SweepNews> {
  child.send(order);
  const [news] = (await once(child, 'message')) as [SweepNews];
  return news;
}
