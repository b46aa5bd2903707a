import { parentPort } from 'node:worker_threads';

import { DatabaseError, TaskNotFoundError } from '@octollm/errors/errors';
import { captureOutcome } from '@octollm/errors/serialize';

parentPort?.on('message', async (taskId: string) => {
  const outcome = await captureOutcome(() => {
    if (taskId === 'ok') return 42;
    const cause = TaskNotFoundError.forTask(taskId);
    throw new DatabaseError('Failed', { cause, context: { password: 'hunter2' } });
  });
  parentPort?.postMessage(outcome);
});
