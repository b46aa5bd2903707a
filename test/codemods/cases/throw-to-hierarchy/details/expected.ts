import { tasks } from './tasks';
import { TaskNotFoundError, TimeoutError } from '@octollm/errors';

interface Limits {
  timeoutMs: number;
  label?: string;
}

export class Scheduler {
  constructor(private readonly host: string) {}

  start(taskId: string, limits: Limits): void {
    if (!tasks.has(taskId)) {
      throw new TaskNotFoundError(`Task ${taskId} not found`, { details: { task_id: taskId } });
    }
    if (tasks.isLate(taskId)) throw new TimeoutError('Task timed out after ' + limits.timeoutMs + ' ms', { details: { timeout_ms: limits.timeoutMs } });
    if (!tasks.reach(this.host)) throw new Error(`Connection to ${this.host} was reset`);
  }

  find({ taskId }: { taskId: string }, task_id: number): void {
    if (!tasks.has(taskId)) throw new TaskNotFoundError(`Task ${taskId} does not exist`, { details: { task_id: taskId } });
    if (!tasks.has(task_id)) throw new TaskNotFoundError(`Task ${task_id} does not exist`);
  }
}
