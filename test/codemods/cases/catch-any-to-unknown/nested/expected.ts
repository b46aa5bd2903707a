declare function run(): void;

export function tryToRun(): string {
  try {
    run();
  } catch (e: unknown) {
    const message = e instanceof Error ? e.message : String(e);
    console.error(message);
    try {
      run();
    } catch (inner: unknown) {
      const errorMessage = inner instanceof Error ? inner.message : String(inner);
      console.error(errorMessage);
      return `${message} and ${errorMessage}`;
    }
  }
  return '';
}
