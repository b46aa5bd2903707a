declare function run(): void;
class RunError extends Error {
  readonly step: string = '';
}
function isRunError(value: unknown): value is RunError {
  return value instanceof RunError;
}

export function tryToRun(): string {
  try {
    run();
  } catch (e: unknown) {
    if (e instanceof RunError) return e.step + e.message;
    return e instanceof Error ? e.message : String(e);
  }
  return '';
}

export function runOrThrow(): string {
  try {
    run();
  } catch (e: unknown) {
    if (!(e instanceof RunError)) throw e;
    return e.step.toUpperCase();
  }
  return '';
}

export function runGuarded(): string {
  try {
    run();
  } catch (e: unknown) {
    return isRunError(e) && e.step === 'last' ? e.step : 'first';
  }
  return '';
}

export function runAs(): string {
  try {
    run();
  } catch (e: unknown) {
    return (e as RunError).step;
  }
  return '';
}
