import { Error } from './errors.js';
import { run } from './run.js';

export function tryToRun(): string {
  try {
    return run();
  } catch (e: any) {
    return e.message;
  }
}
