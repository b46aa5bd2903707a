import { createError } from './http-errors.js';

// Not the one of 'http-errors': the text comes first here.
export function check(id: string): void {
  if (id === '') throw createError('The id is required', 400);
}
