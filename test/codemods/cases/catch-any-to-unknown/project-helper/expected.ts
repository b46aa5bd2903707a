import { run } from './run.js';

function getErrorMessage(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}

export function tryToRun(): string {
  try {
    return run();
  } catch (e: unknown) {
    return `Could not run: ${getErrorMessage(e)}`;
  }
}

export function runAgain(): string {
  try {
    return run();
  } catch (e: unknown) {
    const message = getErrorMessage(e);
    console.error(message);
    return getErrorMessage(e) + message;
  }
}
