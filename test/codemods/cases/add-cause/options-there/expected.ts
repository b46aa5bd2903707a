declare function run(): void;
declare const given: ErrorOptions;
class RunError extends Error {
  readonly step: number | undefined;
  constructor(message: string, options: { cause?: unknown; step?: number } = {}) {
    super(message, options);
    this.step = options.step;
  }
}

export function tryToRun(): void {
  try {
    run();
  } catch (error) {
    throw new RunError('no', { cause: error, step: 3 });
  }
}

export function runAgain(): void {
  try {
    run();
  } catch (error) {
    throw new RunError('no', {
      cause: error,
      step: 3,
    });
  }
}

export function runEmpty(): void {
  try {
    run();
  } catch (error) {
    throw new Error('no', { cause: error });
  }
}

export function runNothing(): void {
  try {
    run();
  } catch (error) {
    throw new Error('no', { cause: error });
  }
}

export function runUndefined(): void {
  try {
    run();
  } catch (error) {
    throw new Error('no', { cause: error });
  }
}

export function runGiven(): void {
  try {
    run();
  } catch (error) {
    throw new RunError('no', { ...given, step: 2 });
  }
}
