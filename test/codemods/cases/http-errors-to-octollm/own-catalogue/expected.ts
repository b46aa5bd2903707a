import createError from 'http-errors';
import { ConflictError } from '@acme/errors';

export function check(kind: string): void {
  if (kind === 'a') throw new ConflictError('The order exists');
  if (kind === 'b') throw createError(404, 'No such order');
}
