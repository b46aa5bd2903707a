declare function run(): void;
declare function wait(milliseconds: number): void;

export function issues(): void {
  try {
    run();
  } catch (e: any) {
    console.error(e.issues[0].message);
  }
}

export function later(): void {
  try {
    run();
  } catch (e: any) {
    wait(e.retryAfter);
  }
}

export function level(): boolean {
  try {
    run();
  } catch (e: any) {
    return e.status >= 500;
  }
  return false;
}

export function relabel(): void {
  try {
    run();
  } catch (e: any) {
    e.message = `Run: ${e.message}`;
    throw e;
  }
}

export function replaceIt(): void {
  try {
    run();
  } catch (e: any) {
    e = new Error('no');
    throw e;
  }
}

export function computed(key: string): void {
  try {
    run();
  } catch (e: any) {
    console.error(e[key]);
  }
}

export function spread(): void {
  try {
    run();
  } catch (e: any) {
    console.error({ ...e });
  }
}
