declare function run(): void;
declare function fail(error: Error): never;

export function tryToRun(): string {
  try {
    run();
  } catch (e: unknown) {
    return String(e);
  }
  return '';
}

export function runOrFail(): void {
  try {
    run();
  } catch (e: unknown) {
    fail(new Error(String(e)));
  }
}
