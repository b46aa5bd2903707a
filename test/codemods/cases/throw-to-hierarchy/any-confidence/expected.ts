import { InvalidInputError } from '@octollm/errors';

export function step(queue: string[]): string {
  const next = queue.shift();
  if (next === 'stop') throw new InvalidInputError('something went wrong');
  return next ?? '';
}
