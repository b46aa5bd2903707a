declare function run(): void;

export function one(): void {
  try {
    run();
  } catch (error) {
    throw new Error('no');
  }
}
