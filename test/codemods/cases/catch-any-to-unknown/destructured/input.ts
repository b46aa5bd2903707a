declare function run(): void;

export function tryToRun(): void {
  try {
    run();
  } catch ({ message }: any) {
    console.error(message);
  }
}
