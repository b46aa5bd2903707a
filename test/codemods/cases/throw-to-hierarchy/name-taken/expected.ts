import { TaskNotFoundError } from './errors.js';
import { InvalidInputError as OctoLLMInvalidInputError, TaskNotFoundError as OctoLLMTaskNotFoundError } from '@octollm/errors';

export class InvalidInputError extends Error {}

export function check(id: string, known: Map<string, string>): void {
  if (id === '') throw new OctoLLMInvalidInputError('Invalid id: it is required');
  if (!known.has(id)) throw new OctoLLMTaskNotFoundError(`Record ${id} not found`);
  throw new TaskNotFoundError(id);
}
