import { GoneError } from './gone.js';
import * as errors from './gone.js';
declare function run(): void;
declare function createRunError(message: string): Error;
class CodeError extends Error {
  constructor(readonly code: number) {
    super(String(code));
  }
}
class StrictError extends Error {
  constructor(message: string, cause?: Error) {
    super(message, { cause });
  }
}

export function one(): void {
  try {
    run();
  } catch (error) {
    throw new CodeError(3);
  }
}
export function two(): void {
  try {
    run();
  } catch (error) {
    throw new StrictError('no');
  }
}
export function three(): void {
  try {
    run();
  } catch (error) {
    throw new GoneError('no');
  }
}
export function four(): void {
  try {
    run();
  } catch (error) {
    throw new errors.GoneError('no');
  }
}
export function five(): void {
  try {
    run();
  } catch (error) {
    throw createRunError('no');
  }
}
