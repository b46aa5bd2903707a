import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What the server does with a request; it may also leave it hanging. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

export interface FakeServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a server on a free port that treats every request the same. */
export async function startServer(behaviour: Behaviour): Promise<FakeServer> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    request.resume().on('end', () => behaviour(response, request));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {
      // expected: the tests cut connections on purpose.
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with a status, headers and a JSON body. */
export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}

/** Begins a stream of events, sends these, and ends it. */
export function stream(...events: readonly string[]): Behaviour {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of events) response.write(`${event}\n\n`);
    response.end();
  };
}

/** Sends half an answer, then resets the connection. */
export const resetMidBody: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"half":', () => response.socket?.resetAndDestroy());
};

/** Cuts the connection before any answer. */
export const cut: Behaviour = (response) => {
  response.socket?.destroy();
};

/** Never answers. */
export const hang: Behaviour = () => {
  // expected: nothing is sent, which is the point.
};

/** Runs a call against a server and returns what it threw. */
export async function catchFrom(behaviour: Behaviour, call: (url: string) => Promise<unknown>): Promise<unknown> {
  const server = await startServer(behaviour);
  try {
    await call(server.url);
  } catch (error) {
    return error;
  } finally {
    await server.close();
  }
  throw new Error('The call was to fail, and it did not');
}
