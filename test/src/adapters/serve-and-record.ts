import type { FailedRequest } from '../../../src/adapters/boundary/boundary-options.ts';
import type { StartWebServer } from './web-server.ts';

/** The options of an adapter, whatever its requests are. */
export type WebOptions = Parameters<StartWebServer>[0];

/** What an adapter handed to the recorder. */
export interface Recorded extends FailedRequest {
  readonly error: unknown;
}

/** An application that listens until the end of the test. */
export interface ServedApplication extends AsyncDisposable {
  readonly url: string;
  readonly recorded: readonly Recorded[];
  /** Resolves when `GET /leave` has arrived. */
  readonly arrival: Promise<void>;
}

/** Starts an application whose adapter records failures in a list. */
export async function serveAndRecord(start: StartWebServer, options: WebOptions): Promise<ServedApplication> {
  const recorded: Recorded[] = [];
  const onError = (error: unknown, _: unknown, failure: FailedRequest): unknown => recorded.push({ error, ...failure });
  let arrive = (): void => undefined;
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const server = await start({ onError, ...options }, { onArrival: arrive });
  return { url: server.url, recorded, arrival, [Symbol.asyncDispose]: server.stop };
}

/** Sends a body as JSON, also one that is none. */
export function post(url: string, body: string): Promise<Response> {
  return fetch(`${url}/json`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}
