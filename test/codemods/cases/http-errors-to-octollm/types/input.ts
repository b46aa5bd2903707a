import createError, { HttpError, type HttpErrorConstructor } from 'http-errors';

export let last: HttpError | undefined;
export const makers: HttpErrorConstructor[] = [];

export function check(id: string, error: unknown): void {
  if (error instanceof createError.NotFound) return;
  if (id === '') throw createError(400, 'The id is required');
}
