import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Holds a request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly body: string;
  readonly key: string | undefined;
}

/** Answers one request. */
export type Step = (response: ServerResponse, request: IncomingMessage) => void;

/** A real server that answers each request as the next step says, and the last step for ever. */
export class ScriptedServer implements AsyncDisposable {
  readonly seen: SeenRequest[] = [];
  readonly #server: Server;

  private constructor(listener: RequestListener) {
    this.#server = createServer(listener);
  }

  static async start(...steps: Step[]): Promise<ScriptedServer> {
    const server: ScriptedServer = new ScriptedServer(
      (request, response) => void server.#answer(request, response, steps),
    );
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse, steps: readonly Step[]): Promise<void> {
    const step = steps[Math.min(this.seen.length, steps.length - 1)];
    const { method = '', headers } = request;
    const seen = { method, key: headers['idempotency-key']?.toString(), body: '' };
    this.seen.push(seen);
    seen.body = await text(request);
    step?.(response, request);
  }
}

/** Answers with a status, headers and a body. */
export function answer(status: number, headers: Record<string, string> = {}, body = `status ${status}`): Step {
  return (response) => response.writeHead(status, headers).end(body);
}

/** Closes the connection without a word. */
export const reset: Step = (response) => response.destroy();

/** Sends the headers and half of a body, then closes the connection. */
export const resetInBody: Step = (response) => {
  response.writeHead(200, { 'content-length': '100' }).write('half');
  setTimeout(() => response.destroy(), 5);
};

/** Never sends headers. */
export const silent: Step = () => undefined;

/** Sends the headers and half of a body, and nothing after that. */
export const stallInBody: Step = (response) => void response.writeHead(200, { 'content-length': '100' }).write('half');
