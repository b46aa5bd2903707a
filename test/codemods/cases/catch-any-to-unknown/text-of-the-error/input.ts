declare function run(): void;
declare function fail(error: Error): never;

export function tryToRun(): string {
  try {
    run();
  } catch (e: any) {
    return e.toString();
  }
  return '';
}

export function runOrFail(): void {
  try {
    run();
  } catch (e: any) {
    fail(new Error(e));
  }
}
