import { NotFound, Unauthorized as Unknown } from 'http-errors';

export function check(kind: string): void {
  if (kind === 'a') throw new NotFound('No such order');
  if (kind === 'b') throw new Unknown();
}
