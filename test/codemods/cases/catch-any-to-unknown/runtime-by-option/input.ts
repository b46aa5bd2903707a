import { run } from './run.js';

export function tryToRun(): string {
  try {
    return run();
  } catch (e: any) {
    return `Could not run: ${e.message}`;
  }
}
