import createError from 'http-errors';
import { explain, statuses } from './shop.js';

export function check(kind: string, status: number, error: Error): void {
  if (kind === 'a') throw createError(status, 'No such order');
  if (kind === 'b') throw createError(statuses.missing, 'No such order');
  if (kind === 'c') throw createError(404, explain());
  if (kind === 'd') throw createError(error);
  if (kind === 'e') throw createError(502, error);
  if (kind === 'f') throw new createError.NotFound(explain());
}
