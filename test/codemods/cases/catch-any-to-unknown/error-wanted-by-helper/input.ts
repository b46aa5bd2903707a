import { toError } from './errors.js';
declare function run(): void;
declare function log(error: Error): void;
function fail(error: Error): void {
  throw error;
}

export function give(): void {
  try {
    run();
  } catch (e: any) {
    fail(e);
  }
}

log(toError('none'));
