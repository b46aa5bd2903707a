import { TaskNotFoundError } from '@octollm/errors';

export function find(tasks, task) {
  if (!tasks.has(task.id)) throw new TaskNotFoundError(`Task ${task.id} not found`, { details: { task_id: task.id } });
  return tasks.get(task.id);
}
