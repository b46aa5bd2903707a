import createError from 'http-errors';

export function check(kind: string, order: string): void {
  if (kind === 'a') throw createError(400, 'The name is required');
  if (kind === 'b') throw createError(401);
  if (kind === 'c') throw createError(403, `Order ${order} is of somebody else`);
  if (kind === 'd') throw createError(404, 'No such order');
  if (kind === 'e') throw createError(422, 'The order is paid already');
  if (kind === 'f') throw createError(429, 'Too many orders');
  if (kind === 'g') throw createError(500);
  if (kind === 'h') throw createError(502, 'OpenAI API error: no completion');
  if (kind === 'i') throw createError(502, 'The shop answered nonsense');
  if (kind === 'j') throw createError(503);
  if (kind === 'k') throw createError(504, 'The shop timed out');
  if (kind === 'l') throw new createError(404, 'No such order');
  if (kind === 'm') throw createError();
  if (kind === 'n') throw createError('Something failed');
}
