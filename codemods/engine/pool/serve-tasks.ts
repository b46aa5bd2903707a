import type { FromWorker, ToWorker } from './messages.ts';

/** Works on one file; undefined where there is nothing to tell of it. */
export type TaskHandler<Task, FileRecord> = (task: Task) => FileRecord | undefined | Promise<FileRecord | undefined>;

/**
 * Makes this process a worker of a pool: once it is set up, it handles the files that its parent sends, batch by batch.
 *
 * @param prepare makes the handler of what is the same for all files
 */
export function serveTasks<Task, Setup, FileRecord>(
  prepare: (setup: Setup) => Promise<TaskHandler<Task, FileRecord>> | TaskHandler<Task, FileRecord>,
): void {
  let handler: Promise<TaskHandler<Task, FileRecord>> | undefined;
  process.on('message', (message: ToWorker<Task, Setup>) => {
    if (message.type === 'setup') {
      handler = Promise.resolve(prepare(message.setup));
      void handler.then(() => send({ type: 'ready' }));
    } else
      void handler
        ?.then((handle) => handleAll(message.tasks, handle))
        .then((records) => send({ type: 'records', records }));
  });
  // The parent is gone: nobody is left to read the records.
  process.on('disconnect', () => process.exit());

  function send(message: FromWorker<FileRecord>): void {
    process.send?.(message);
  }
}

async function handleAll<Task, FileRecord>(
  tasks: readonly Task[],
  handle: TaskHandler<Task, FileRecord>,
): Promise<readonly FileRecord[]> {
  const records: FileRecord[] = [];
  for (const task of tasks) {
    const record = await handle(task);
    if (record !== undefined) records.push(record);
  }
  return records;
}
