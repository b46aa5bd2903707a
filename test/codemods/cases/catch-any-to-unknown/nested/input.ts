declare function run(): void;

export function tryToRun(): string {
  try {
    run();
  } catch (e: any) {
    console.error(e.message);
    try {
      run();
    } catch (inner: any) {
      console.error(inner.message);
      return `${e.message} and ${inner.message}`;
    }
  }
  return '';
}
