import createError from 'http-errors';

export function answer(id: string): number {
  try {
    if (id === '') throw createError(400, 'The id is required');
  } catch (e: any) {
    return e.statusCode;
  }
  return 200;
}
