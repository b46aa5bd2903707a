import { AbortError } from 'p-retry';

export function check(response: Response): void {
  if (response.status === 404) throw new AbortError('Not found');
}
