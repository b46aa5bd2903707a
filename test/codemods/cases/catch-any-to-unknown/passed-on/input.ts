declare function run(): void;
declare const stream: { abort(error: Error): void };
declare const failures: Error[];
function fail(error: Error): void {
  throw error;
}

export function abort(): void {
  try {
    run();
  } catch (e: any) {
    stream.abort(e);
  }
}

export function collect(): void {
  try {
    run();
  } catch (e: any) {
    failures.push(e);
  }
}

export function give(): void {
  try {
    run();
  } catch (e: any) {
    fail(e);
  }
}

export function hand() {
  try {
    run();
  } catch (e: any) {
    return e;
  }
}

export function remember(): Error | undefined {
  let last: Error | undefined;
  try {
    run();
  } catch (e: any) {
    last = e;
  }
  return last;
}
