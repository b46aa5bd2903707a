declare function load(): Promise<string>;
declare const logger: { warn(message: string, error: unknown): void };

export async function read(): Promise<string | undefined> {
  load().catch((e) => logger.warn('no text', e));
  load().catch(e => logger.warn(e.message, e));
  load().then(
    () => undefined,
    function (error) {
      logger.warn(error.message, error);
    },
  );
  load().catch((error: unknown) => logger.warn('no text', error));
  return load().catch((e: Error) => e.message);
}
