declare function run(): void;

export function one(): void {
  try {
    run();
  } catch (error) {
    const cause = String(error);
    throw new Error('no', { cause: error });
  }
}

export function two(): void {
  try {
    run();
  } catch (error) {
    throw new Error('no', { cause: error });
  }
}
