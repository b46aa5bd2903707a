declare function run(): void;
declare const reply: { send(payload: unknown): void };
declare const subscriber: { error(error: unknown): void };

export function answer(): void {
  try {
    run();
  } catch (e: any) {
    reply.send({ error: e.message, detail: e.stack });
  }
}

export function end(): void {
  try {
    run();
  } catch (e: any) {
    subscriber.error(e);
  }
}
