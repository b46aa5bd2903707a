import createError from 'http-errors';

export function check(kind: string): void {
  // It is not there.
  if (kind === 'a') throw createError(404, 'No such order'); // really
  if (kind === 'b') throw createError(404 /* not found */, 'No such order');
  if (kind === 'c') throw createError(404, /* shown */ 'No such order');
  if (kind === 'd') throw createError(/* who? */ 401);
}
