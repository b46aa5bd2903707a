import { TimeoutError } from '@octollm/errors';
declare function run(): void;

export function one(): void {
  try {
    run();
  } catch (error) {
    throw new TimeoutError('no');
  }
}
