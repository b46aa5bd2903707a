declare function run(): void;
declare const stream: { abort(error: Error): void };
declare const failures: Error[];
class StrictError extends Error {
  constructor(message: string, options?: { cause?: Error }) {
    super(message, options);
  }
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

export function hand() {
  try {
    run();
  } catch (e: any) {
    return e;
  }
}

export function wrap(): void {
  try {
    run();
  } catch (e: any) {
    throw new StrictError('no', { cause: e });
  }
}

export function either(): Error | undefined {
  let last: Error | undefined;
  try {
    run();
  } catch (e: any) {
    last = e || new Error('none');
  }
  return last;
}
