declare function run(): void;
function fail(error: Error): void {
  throw error;
}

export function give(): void {
  try {
    run();
  } catch (e: unknown) {
    fail(e instanceof Error ? e : new Error(String(e)));
  }
}

export function remember(): Error | undefined {
  let last: Error | undefined;
  try {
    run();
  } catch (e: unknown) {
    last = e instanceof Error ? e : new Error(String(e));
    console.error(e instanceof Error ? e.message : String(e));
  }
  return last;
}

export function hand(isQuiet: boolean): Error | null {
  try {
    run();
  } catch (e: unknown) {
    return isQuiet ? null : e instanceof Error ? e : new Error(String(e));
  }
  return null;
}

export async function handLater(): Promise<Error | null> {
  try {
    run();
  } catch (e: unknown) {
    return e instanceof Error ? e : new Error(String(e));
  }
  return null;
}

export class Runner {
  private last: Error | null = null;

  run(): Error | null {
    try {
      run();
    } catch (e: unknown) {
      this.last = e instanceof Error ? e : new Error(String(e));
    }
    return this.last;
  }
}
