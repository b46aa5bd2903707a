declare function run(): void;

export function tryToRun(): void {
  try {
    run();
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
  } catch (e: any /* whatever */) {
    // why
    console.error(e /* the error */.message); // told
  }
}

export function runAgain(): void {
  try {
    run();
  } catch (
    // the error
    e: any
  ) {
    if (e.code /* of Node */ === 'ENOENT') return;
  }
}
