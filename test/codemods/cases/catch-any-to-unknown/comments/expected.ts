declare function run(): void;

export function tryToRun(): void {
  try {
    run();
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
  } catch (e: unknown /* whatever */) {
    // why
    console.error(e instanceof Error ? e /* the error */.message : String(e)); // told
  }
}

export function runAgain(): void {
  try {
    run();
  } catch (
    // the error
    e: unknown
  ) {
    if (typeof e === 'object' && e !== null && 'code' in e && e.code /* of Node */ === 'ENOENT') return;
  }
}
