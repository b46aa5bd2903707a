declare function run(): void;

export function tryToRun(isQuiet: boolean): void {
  try {
    run();
  } catch (e: unknown) {
    if ((e instanceof Error && e.name === 'AbortError') || isQuiet) return;
    console.error(e instanceof Error ? e.stack : undefined);
  }
}

export function runOnce(): void {
  try {
    run();
  } catch (e: unknown) {
    if (!(e instanceof Error) || e.name !== 'AbortError') throw e;
  }
}

export function runTwice(): void {
  try {
    run();
  } catch (e: unknown) {
    const errorName = e instanceof Error ? e.name : undefined;
    if (errorName === 'AbortError' || errorName === 'TimeoutError') return;
    throw e;
  }
}

export function runNamed(): void {
  try {
    run();
  } catch (e: unknown) {
    if (!(e instanceof Error && e.name.endsWith('Error'))) throw e;
  }
}
