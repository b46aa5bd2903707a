import { InternalError } from '@octollm/errors';
import type { FileRecord, FileTask } from '../audit/file-record.ts';
import type { WorkerSetup } from './messages.ts';
import { WorkerProcess, type WorkerOptions } from './worker-process.ts';

export interface PoolOptions extends WorkerOptions {
  readonly jobs: number;
  readonly setup: WorkerSetup;
  readonly onRecord: (record: FileRecord) => void;
}

const batchFiles = 48;
const batchBytes = 800_000;

/**
 * Audits files in worker processes and hands on one record a file. A batch counts as done when its records are in:
 * when a worker dies before, the batch is tried again file by file, and only the file that kills a worker by itself is given up.
 *
 * @throws InternalError when a worker does not even start
 */
export async function runPool(tasks: readonly FileTask[], options: PoolOptions): Promise<void> {
  const queue = createBatches(tasks);
  const workers = Array.from({ length: Math.min(options.jobs, queue.length) }, () => work(queue, options));
  await Promise.all(workers);
}

async function work(queue: (readonly FileTask[])[], options: PoolOptions): Promise<void> {
  let worker: WorkerProcess | undefined;
  try {
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      if (!worker || worker.isDead) worker = new WorkerProcess(options.setup, options, options.onRecord);
      const end = await worker.run(batch);
      if (end.isDone) continue;
      if (!worker.hasStarted) throw describeFailedStart(end.death, worker.complaint);
      worker.stop();
      worker = undefined;
      const [file, ...others] = batch;
      if (file && others.length === 0) options.onRecord(giveUp(file, end.death));
      else queue.unshift(...batch.map((task) => [task]));
    }
  } finally {
    worker?.stop();
  }
}

/** Large files first, so that no worker is left alone with one at the end; small ones share a message. */
function createBatches(tasks: readonly FileTask[]): (readonly FileTask[])[] {
  const batches: FileTask[][] = [];
  let current: FileTask[] = [];
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

function giveUp({ file }: FileTask, death: string): FileRecord {
  const reason = `The worker died while it read this file: ${death}`;
  return { file, status: 'failed', failure: { file, line: 1, column: 1, kind: 'crash', reason } };
}

function describeFailedStart(death: string, complaint: string): InternalError {
  return new InternalError('A worker of the audit could not start: reinstall `@octollm/codemods`.', {
    context: { death, complaint },
  });
}
