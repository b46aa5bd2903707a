import { store } from './store.js';

export async function loadUser(userId: string): Promise<User> {
  if (!userId) {
    throw new Error('Invalid user id: it must not be empty');
  }
  const user = await store.find(userId);
  if (!user) throw new Error(`User ${userId} not found`);
  return user;
}
