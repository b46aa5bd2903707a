import { InvalidInputError, TaskNotFoundError, TimeoutError } from '@octollm/errors';

export async function find(id: string, callback: (error: unknown) => void): Promise<void> {
  if (id === '') throw new InvalidInputError('The id is required'); // no class yet
  if (id.length > 20) throw new InvalidInputError(`The id ${id} is too long`);
  if (id === 'gone') return Promise.reject(new TaskNotFoundError('Order not found'));
  if (id === 'slow') return new Promise((_, reject) => reject(new TimeoutError('The request ' + id + ' timed out')));
  if (id === 'back') return callback(new TaskNotFoundError(`Order ${id} not found`));
  if (id === 'none') return callback(null);
  throw { code: 1 };
}

export function stop(signal: AbortSignal, next: (route: string) => void): void {
  if (signal.aborted) throw signal.reason;
  next('route');
}

export function check(keys: Set<string>, key: string, onError: (message: string) => void): void {
  if (keys.has(key)) onError(`The key ${key} is required once`);
}
