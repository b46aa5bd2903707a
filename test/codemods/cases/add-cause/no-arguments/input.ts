declare function run(): void;

export function tryToRun(): void {
  try {
    run();
  } catch (error) {
    throw new Error();
  }
}

export function runAgain(): void {
  try {
    run();
  } catch (error) {
    throw new Error;
  }
}

export function runAll(): void {
  try {
    run();
  } catch (error) {
    throw new AggregateError([]);
  }
}

export function runOnce(): void {
  try {
    run();
  } catch (error) {
    throw new Error((((('no')))));
  }
}
