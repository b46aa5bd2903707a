import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BoundaryOptions } from '../../../src/adapters/boundary/boundary-options.ts';
import { webFailures } from './web-failures.ts';

/** A server of one framework that waits for clients. */
export interface WebServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts an application of one framework with the adapter under test and these routes:
 * `GET /throw/:name` throws from an async handler, `GET /throw-sync/:name` from one that is not;
 * `GET /headers` sets headers and fails; `GET /started` sends a part and fails; `GET /leave` fails once the client left;
 * `POST /json` parses at most 100 bytes of JSON and sends it back; nothing answers anywhere else.
 */
export type StartWebServer = (options: BoundaryOptions<unknown>, hooks: WebHooks) => Promise<WebServer>;

/** What a test learns from inside a handler. */
export interface WebHooks {
  /** Called by `GET /leave` when the request has arrived. */
  readonly onArrival: () => void;
}

/** The headers that `GET /headers` sets before it fails. */
export const failedHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'public, max-age=3600',
  'content-encoding': 'identity',
  etag: '"1"',
  'x-request-id': 'r-1',
};

/** Creates what a route throws; `name` is the last part of its path. */
export function createFailure(name: string | undefined): unknown {
  const failure = webFailures[decodeURIComponent(name ?? '')];
  if (failure === undefined) throw new RangeError(`There is no failure called ${name}`);
  return failure.create();
}

/** Starts to listen on a free port. */
export async function listen(server: Server): Promise<WebServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: getUrl(server), stop: () => close(server) };
}

/** Returns the address of a server that listens. */
export function getUrl(server: { address(): AddressInfo | string | null }): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server listens on no port');
  return `http://127.0.0.1:${address.port}`;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
