declare function run(): void;

function note(error: unknown): void {
  console.error(error);
}
function note2(prefix: string, ...rest: unknown[]): void {
  console.error(prefix, rest);
}

export function tryToRun(): void {
  try {
    run();
  } catch (e: any) {
    note(e);
    note2('failed', e);
  }
}

export class Runner {
  readonly #errors: unknown[] = [];

  run(): unknown {
    try {
      run();
    } catch (e: any) {
      this.keep(e);
      return e;
    }
    return undefined;
  }

  keep(error: unknown): void {
    this.#errors.push(error);
  }
}

export const rejects = (): Promise<void> =>
  new Promise((resolve, reject) => {
    try {
      run();
      resolve();
    } catch (e: any) {
      reject(e);
    }
  });
