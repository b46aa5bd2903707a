declare function run(): void;

export function tryToRun(): string {
  try {
    run();
  } catch (e: unknown) {
    const error = e;
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return '';
    console.error(code);
    return error instanceof Error ? error.message : String(error);
  }
  return '';
}
