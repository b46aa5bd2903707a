import { toError } from './errors.js';
import { run } from './run.js';

export function tryToRun(): string {
  try {
    return run();
  } catch (e: unknown) {
    return `Could not run: ${toError(e).message}`;
  }
}
