declare function run(): void;

export function one(): void {
  try {
    run();
  } catch (error) {
    throw new Error('no', { cause: String(error) });
  }
}

export function two(other: Error): void {
  try {
    run();
  } catch (error) {
    throw new Error('no', { cause: other });
  }
}
