import createError, { isHttpError } from 'http-errors';

export function check(id: string): void {
  if (id === '') throw createError(400, 'The id is required');
}

export function answer(error: unknown): number {
  return isHttpError(error) ? error.statusCode : 500;
}
