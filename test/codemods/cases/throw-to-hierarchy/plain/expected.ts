import { store } from './store.js';
import { InvalidInputError, TaskNotFoundError } from '@octollm/errors';

export async function loadUser(userId: string): Promise<User> {
  if (!userId) {
    throw new InvalidInputError('Invalid user id: it must not be empty');
  }
  const user = await store.find(userId);
  if (!user) throw new TaskNotFoundError(`User ${userId} not found`);
  return user;
}
