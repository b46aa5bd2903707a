declare function run(): void;

export function one(): void {
  try {
    run();
  } catch (first) {
    try {
      run();
    } catch (error) {
      throw new Error('no', { cause: error });
    }
    throw new Error(`twice ${(() => { try { return run(); } catch (error) { throw new Error('inner', { cause: error }); } })()}`, { cause: first });
  }
}
