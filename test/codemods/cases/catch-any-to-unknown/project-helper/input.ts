import { run } from './run.js';

function getErrorMessage(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}

export function tryToRun(): string {
  try {
    return run();
  } catch (e: any) {
    return `Could not run: ${e.message}`;
  }
}

export function runAgain(): string {
  try {
    return run();
  } catch (e: any) {
    console.error(e.message);
    return getErrorMessage(e) + e.message;
  }
}
