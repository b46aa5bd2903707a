declare function run(): void;
function fail(error: Error): void {
  throw error;
}

export function give(): void {
  try {
    run();
  } catch (e: any) {
    fail(e);
  }
}

export function remember(): Error | undefined {
  let last: Error | undefined;
  try {
    run();
  } catch (e: any) {
    last = e;
    console.error(e.message);
  }
  return last;
}

export function hand(isQuiet: boolean): Error | null {
  try {
    run();
  } catch (e: any) {
    return isQuiet ? null : e;
  }
  return null;
}

export async function handLater(): Promise<Error | null> {
  try {
    run();
  } catch (e: any) {
    return e;
  }
  return null;
}

export class Runner {
  private last: Error | null = null;

  run(): Error | null {
    try {
      run();
    } catch (e: any) {
      this.last = e;
    }
    return this.last;
  }
}
