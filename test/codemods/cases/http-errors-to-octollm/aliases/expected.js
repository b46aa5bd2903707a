import httpErrors from 'http-errors';
import { AuthorizationError, TaskNotFoundError } from '@octollm/errors';

const Gone = httpErrors.Gone;

export function check(kind) {
  if (kind === 'a') throw new TaskNotFoundError('No such order');
  if (kind === 'b') throw new AuthorizationError('Only for owners');
  if (kind === 'c') throw new Gone('It was here');
}
