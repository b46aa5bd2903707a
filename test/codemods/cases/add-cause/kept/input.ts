declare function run(): void;

export function one(): void {
  try {
    run();
  } catch (error) {
    throw new Error('no', { cause: error });
  }
}

export function two(): void {
  try {
    run();
  } catch {
    // no-cause: why a token was refused must not reach the client
    throw new Error('no');
  }
}

export function three(options: ErrorOptions): void {
  try {
    run();
  } catch (error) {
    throw new Error('no', options);
  }
}

export function four(): Error {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  return new Error('none');
}
