import { parentPort } from 'node:worker_threads';

import { DatabaseError, TaskNotFoundError } from '@octollm/errors/errors';
import { captureOutcome } from '@octollm/errors/serialize';

parentPort?.on('message', (taskId: string) => {
  // It never rejects: whatever fails is part of the outcome.
  void captureOutcome(() => {
    if (taskId === 'ok') return 42;
    const cause = TaskNotFoundError.forTask(taskId);
    throw new DatabaseError('Failed', { cause, context: { password: 'hunter2' } });
  }).then((outcome) => parentPort?.postMessage(outcome));
});
