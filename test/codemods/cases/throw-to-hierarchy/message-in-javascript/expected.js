import { InvalidInputError } from '@octollm/errors';

export function check(name, reason) {
  if (!name) throw new InvalidInputError(reason || 'The name is required');
  if (typeof name !== 'string') throw new InvalidInputError(reason);
}
