import { run } from './run.js';
import { getErrorMessage } from '@octollm/errors';

export function tryToRun(): string {
  try {
    return run();
  } catch (e: unknown) {
    return `Could not run: ${getErrorMessage(e)}`;
  }
}
