import pRetry, { AbortError } from 'p-retry';
import { fail, load } from './load.js';

export async function loadAll(): Promise<void> {
  await pRetry(async () => {
    if (!(await load('a'))) throw new AbortError(fail());
  });
}
