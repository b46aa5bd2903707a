import { TimeoutError } from '@octollm/errors';
import { run } from './run.js';

export function tryToRun(): string {
  try {
    return run();
  } catch (e: any) {
    if (e instanceof TimeoutError) return 'late';
    return `Could not run: ${e.message}`;
  }
}
