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
    throw new RunError('no', { step: 3 });
  }
}

export function runAgain(): void {
  try {
    run();
  } catch (error) {
    throw new RunError('no', {
      step: 3,
    });
  }
}

export function runEmpty(): void {
  try {
    run();
  } catch (error) {
    throw new Error('no', {});
  }
}

export function runNothing(): void {
  try {
    run();
  } catch (error) {
    throw new Error('no', undefined);
  }
}

export function runUndefined(): void {
  try {
    run();
  } catch (error) {
    throw new Error('no', { cause: undefined });
  }
}

export function runGiven(): void {
  try {
    run();
  } catch (error) {
    throw new RunError('no', { ...given, step: 2 });
  }
}
