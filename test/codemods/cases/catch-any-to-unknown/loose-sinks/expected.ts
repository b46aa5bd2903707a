declare function run(): void;
declare const reply: { send(payload: unknown): void };
declare const subscriber: { error(error: unknown): void };

export function answer(): void {
  try {
    run();
  } catch (e: unknown) {
    const message = e instanceof Error ? e.message : String(e);
    reply.send({ error: message, detail: e instanceof Error ? e.stack : undefined });
  }
}

export function end(): void {
  try {
    run();
  } catch (e: unknown) {
    subscriber.error(e);
  }
}
