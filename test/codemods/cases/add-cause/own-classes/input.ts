declare function run(): void;
class OptionsError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
  }
}
class CodeError extends Error {
  constructor(
    readonly code: number,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
class WrappingError extends Error {
  constructor(
    message: string,
    readonly step?: number,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}
class PlainError extends Error {}
class DerivedError extends CodeError {}

export function one(): void {
  try {
    run();
  } catch (error) {
    throw new OptionsError('no');
  }
}
export function two(): void {
  try {
    run();
  } catch (error) {
    throw new CodeError(3, 'no');
  }
}
export function three(): void {
  try {
    run();
  } catch (error) {
    throw new WrappingError('no');
  }
}
export function four(): void {
  try {
    run();
  } catch (error) {
    throw new PlainError('no');
  }
}
export function five(): void {
  try {
    run();
  } catch (error) {
    throw new DerivedError(3, 'no');
  }
}
