import { AuthenticationError, TaskNotFoundError } from '@octollm/errors';

export function check(kind: string): void {
  if (kind === 'a') throw new TaskNotFoundError('No such order');
  if (kind === 'b') throw new AuthenticationError('Unauthorized');
}
