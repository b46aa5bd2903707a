declare function run(): void;

export function one(): void {
  try {
    run();
  } catch (first) {
    try {
      run();
    } catch {
      throw new Error('no');
    }
    throw new Error(`twice ${(() => { try { return run(); } catch { throw new Error('inner'); } })()}`);
  }
}
