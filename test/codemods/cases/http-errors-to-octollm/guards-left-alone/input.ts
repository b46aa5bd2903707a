import createError, { isHttpError } from 'http-errors';

export function check(id: string): void {
  if (id === '') throw createError(400, 'The id is required');
}

export function answer(error: unknown): string {
  if (!isHttpError(error)) throw error;
  if (isHttpError(error)) return error.expose ? error.message : '';
  const isKnown = isHttpError(error);
  return String(isKnown);
}
