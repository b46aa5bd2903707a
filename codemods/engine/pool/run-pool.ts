import { InternalError } from '@octollm/errors/errors';
import type { WorkerReserve } from './worker-reserve.ts';
import type { WorkerProcess } from './worker-process.ts';

export interface PoolOptions<Task, Setup, FileRecord> {
  /** What the workers do, as a message names it: `the audit`. */
  readonly purpose: string;
  /** Where the workers come from. */
  readonly reserve: WorkerReserve<Task, Setup, FileRecord>;
  readonly jobs: number;
  readonly setup: Setup;
  readonly onRecord: (record: FileRecord) => void;
  /** Told how many files were done since the last call; a file can be done without a record. */
  readonly onDone?: (files: number) => void;
  /** Makes the record of a file that a worker died over. */
  readonly giveUp: (task: Task, death: string) => FileRecord;
}

const batchFiles = 48;
const batchBytes = 800_000;

/**
 * Has files worked on in worker processes and hands on what they tell. A batch counts as done when its records are in:
 * when a worker dies before, the batch is tried again file by file, and only the file that kills a worker by itself is given up.
 *
 * @throws InternalError when a worker does not even start
 */
export async function runPool<Task extends { readonly size: number }, Setup, FileRecord>(
  tasks: readonly Task[],
  options: PoolOptions<Task, Setup, FileRecord>,
): Promise<void> {
  const queue = createBatches(tasks);
  const workers = Array.from({ length: Math.min(options.jobs, queue.length) }, () => work(queue, options));
  await Promise.all(workers);
}

async function work<Task, Setup, FileRecord>(
  queue: (readonly Task[])[],
  options: PoolOptions<Task, Setup, FileRecord>,
): Promise<void> {
  let worker: WorkerProcess<Task, Setup, FileRecord> | undefined;
  try {
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      if (!worker || worker.isDead) {
        worker = options.reserve.take();
        worker.setUp(options.setup, options.onRecord);
      }
      const end = await worker.run(batch);
      if (end.isDone) {
        options.onDone?.(batch.length);
        continue;
      }
      if (!worker.hasStarted) throw describeFailedStart(options.purpose, end.death, worker.complaint);
      worker.stop();
      worker = undefined;
      const [task, ...others] = batch;
      if (task && others.length === 0) {
        options.onRecord(options.giveUp(task, end.death));
        options.onDone?.(1);
      } else queue.unshift(...batch.map((single) => [single]));
    }
  } finally {
    worker?.stop();
  }
}

/** Large files first, so that no worker is left alone with one at the end; small ones share a message. */
function createBatches<Task extends { readonly size: number }>(tasks: readonly Task[]): (readonly Task[])[] {
  const batches: Task[][] = [];
  let current: Task[] = [];
  let bytes = 0;
  for (const task of [...tasks].sort((first, second) => second.size - first.size)) {
    if (current.length > 0 && (current.length >= batchFiles || bytes + task.size > batchBytes)) {
      batches.push(current);
      current = [];
      bytes = 0;
    }
    current.push(task);
    bytes += task.size;
  }
  if (current.length > 0) batches.push(current);
  return batches;
}

function describeFailedStart(purpose: string, death: string, complaint: string): InternalError {
  return new InternalError(`A worker of ${purpose} could not start: reinstall \`@octollm/codemods\`.`, {
    context: { death, complaint },
  });
}
