import { GoneError } from './gone.js';
declare function run(): void;

export function one(): void {
  try {
    run();
  } catch (error) {
    throw new GoneError('no', undefined, error);
  }
}
