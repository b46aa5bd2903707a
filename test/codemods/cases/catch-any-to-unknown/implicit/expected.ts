declare function load(): Promise<string>;
declare const logger: { warn(message: string, error: unknown): void };

export async function read(): Promise<string | undefined> {
  load().catch((e: unknown) => logger.warn('no text', e));
  load().catch((e: unknown) => logger.warn(e instanceof Error ? e.message : String(e), e));
  load().then(
    () => undefined,
    function (error: unknown) {
      logger.warn(error instanceof Error ? error.message : String(error), error);
    },
  );
  load().catch((error: unknown) => logger.warn('no text', error));
  return load().catch((e: Error) => e.message);
}
