import { TimeoutError, getErrorMessage } from '@octollm/errors';
import { run } from './run.js';

export function tryToRun(): string {
  try {
    return run();
  } catch (e: unknown) {
    if (e instanceof TimeoutError) return 'late';
    return `Could not run: ${getErrorMessage(e)}`;
  }
}
