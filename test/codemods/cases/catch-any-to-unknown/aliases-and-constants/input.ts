declare function run(): void;

export function tryToRun(): string {
  try {
    run();
  } catch (e: any) {
    const error = e;
    const code = error.code;
    if (code === 'ENOENT') return '';
    console.error(code);
    return error.message;
  }
  return '';
}
