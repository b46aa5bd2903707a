import { TaskNotFoundError } from './errors.js';

export class InvalidInputError extends Error {}

export function check(id: string, known: Map<string, string>): void {
  if (id === '') throw new Error('Invalid id: it is required');
  if (!known.has(id)) throw new Error(`Record ${id} not found`);
  throw new TaskNotFoundError(id);
}
