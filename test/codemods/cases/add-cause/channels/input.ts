declare function run(): Promise<void>;
declare function read(path: string, callback: (error: Error | null, text: string) => void): void;
declare const emitter: { emit(event: string, value: unknown): void };

export const promised = (): Promise<void> => run().catch((error) => Promise.reject(new Error('no')));

export const both = (): Promise<void> =>
  run().then(
    () => undefined,
    (error) => {
      throw new Error('no');
    },
  );

export const executor = (): Promise<void> =>
  new Promise((resolve, reject) => {
    run().then(resolve, (error) => reject(new Error('no')));
  });

export function callback(path: string, done: (error: Error | null) => void): void {
  read(path, (error, text) => {
    if (error) return done(new Error('no'));
    done(null);
  });
}

export async function emitted(): Promise<void> {
  try {
    await run();
  } catch (error) {
    emitter.emit('error', new Error('no'));
  }
}

export async function returned(): Promise<Error | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return new Error('no');
  }
}

export async function settled(): Promise<void> {
  const [result] = await Promise.allSettled([run()]);
  if (result.status === 'rejected') {
    throw new Error('no');
  }
}
