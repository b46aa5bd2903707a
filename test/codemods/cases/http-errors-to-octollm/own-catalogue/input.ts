import createError from 'http-errors';

export function check(kind: string): void {
  if (kind === 'a') throw createError(409, 'The order exists');
  if (kind === 'b') throw createError(404, 'No such order');
}
