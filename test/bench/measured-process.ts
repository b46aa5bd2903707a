import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What a command took, with all processes that it started. */
export interface ProcessCost {
  readonly seconds: number;
  readonly processorSeconds: number;
  /** The most memory that its processes held at one moment. */
  readonly megabytes: number;
  readonly status: number | null;
}

/** Runs a command as a process of its own and watches what it takes; what it writes is dropped, its complaints are shown. */
export async function runMeasured(command: string, parameters: readonly string[], cwd: string): Promise<ProcessCost> {
  const start = performance.now();
  const child = spawn(command, parameters, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  const processors = new Map<number, number>();
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, look(child.pid ?? 0, processors))), 50);
  const status = await new Promise<number | null>((done) => child.on('exit', done));
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1_000;
  return {
    seconds,
    megabytes,
    status,
    processorSeconds: [...processors.values()].reduce((sum, value) => sum + value, 0),
  };
}

/** Memory of a process and of those that it started, as Linux tells it; notes the processor time of each on the way. */
function look(pid: number, processors: Map<number, number>): number {
  const root = `/proc/${pid}`;
  if (!existsSync(`${root}/task/${pid}/children`)) return 0;
  try {
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`${root}/status`, 'utf8'))?.[1] ?? 0);
    // Behind the name in brackets: the 12th and 13th field are user and system time in hundredths of a second.
    const fields = readFileSync(`${root}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    processors.set(pid, (Number(fields[11]) + Number(fields[12])) / 100);
    const children = readFileSync(`${root}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + look(Number(child), processors), kilobytes / 1_024);
  } catch {
    // expected: the process has ended between two looks.
    return 0;
  }
}
