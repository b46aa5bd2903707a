import createError from 'http-errors';

export function check(kind: string): void {
  if (kind === 'a') throw new createError.BadRequest('The name is required');
  if (kind === 'b') throw new createError.NotFound();
  if (kind === 'c') throw new createError.NotFound;
  if (kind === 'd') throw createError.Forbidden('Only for owners');
  if (kind === 'e') throw new createError[401]('Who are you?');
  if (kind === 'f') throw new createError['404']('No such order');
}
