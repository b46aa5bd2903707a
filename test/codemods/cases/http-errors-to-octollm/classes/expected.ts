import { AuthenticationError, AuthorizationError, InvalidInputError, TaskNotFoundError } from '@octollm/errors';

export function check(kind: string): void {
  if (kind === 'a') throw new InvalidInputError('The name is required');
  if (kind === 'b') throw new TaskNotFoundError('Not Found');
  if (kind === 'c') throw new TaskNotFoundError('Not Found');
  if (kind === 'd') throw new AuthorizationError('Only for owners');
  if (kind === 'e') throw new AuthenticationError('Who are you?');
  if (kind === 'f') throw new TaskNotFoundError('No such order');
}
