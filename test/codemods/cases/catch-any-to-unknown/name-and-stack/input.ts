declare function run(): void;

export function tryToRun(isQuiet: boolean): void {
  try {
    run();
  } catch (e: any) {
    if (e.name === 'AbortError' || isQuiet) return;
    console.error(e.stack);
  }
}

export function runOnce(): void {
  try {
    run();
  } catch (e: any) {
    if (e.name !== 'AbortError') throw e;
  }
}

export function runTwice(): void {
  try {
    run();
  } catch (e: any) {
    if (e.name === 'AbortError' || e.name === 'TimeoutError') return;
    throw e;
  }
}

export function runNamed(): void {
  try {
    run();
  } catch (e: any) {
    if (!e.name.endsWith('Error')) throw e;
  }
}
