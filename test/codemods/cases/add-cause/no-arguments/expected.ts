declare function run(): void;

export function tryToRun(): void {
  try {
    run();
  } catch (error) {
    throw new Error(undefined, { cause: error });
  }
}

export function runAgain(): void {
  try {
    run();
  } catch (error) {
    throw new Error(undefined, { cause: error });
  }
}

export function runAll(): void {
  try {
    run();
  } catch (error) {
    throw new AggregateError([], undefined, { cause: error });
  }
}

export function runOnce(): void {
  try {
    run();
  } catch (error) {
    throw new Error((((('no')))), { cause: error });
  }
}
