export function find(tasks, task) {
  if (!tasks.has(task.id)) throw new Error(`Task ${task.id} not found`);
  return tasks.get(task.id);
}
