import { describeErrorClass } from './describe-error-class.ts';
import type { ValidationDetails } from './validation-error.ts';
import { ValidationError } from './validation-error.ts';

/** Holds what a client may learn from `TaskNotFoundError`. */
export type TaskNotFoundDetails = ValidationDetails & {
  /** The id that the caller asked for. */
  readonly task_id?: string;
};

/** Reports a task or another record that does not exist. */
export class TaskNotFoundError extends ValidationError<TaskNotFoundDetails> {
  declare readonly details: TaskNotFoundDetails;

  static {
    describeErrorClass(this, {
      name: 'TaskNotFoundError',
      code: 'TASK_NOT_FOUND',
      kind: 'not_found',
      status: 404,
      title: 'Task not found',
    });
  }

  /**
   * Creates the error of one task.
   *
   * @param taskId The id that the caller asked for; clients see it.
   */
  static forTask(taskId: string): TaskNotFoundError {
    return new TaskNotFoundError(`Task ${taskId} not found`, { details: { task_id: taskId } });
  }
}
