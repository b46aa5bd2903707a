import { tasks } from './tasks';

interface Limits {
  timeoutMs: number;
  label?: string;
}

export class Scheduler {
  constructor(private readonly host: string) {}

  start(taskId: string, limits: Limits): void {
    if (!tasks.has(taskId)) {
      throw new Error(`Task ${taskId} not found`);
    }
    if (tasks.isLate(taskId)) throw new Error('Task timed out after ' + limits.timeoutMs + ' ms');
    if (!tasks.reach(this.host)) throw new Error(`Connection to ${this.host} was reset`);
  }

  find({ taskId }: { taskId: string }, task_id: number): void {
    if (!tasks.has(taskId)) throw new Error(`Task ${taskId} does not exist`);
    if (!tasks.has(task_id)) throw new Error(`Task ${task_id} does not exist`);
  }
}
