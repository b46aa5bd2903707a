import type { Answer } from './answer.ts';
import { representationHeaders } from './representation-headers.ts';
import type { ResponseProgress } from './response-state.ts';

/**
 * Holds what an adapter needs of a response of Node.
 *
 * @external
 */
export interface NodeResponse extends ResponseProgress {
  statusCode: number;
  setHeader(name: string, value: string | number): unknown;
  removeHeader(name: string): void;
  end(text?: string): unknown;
  destroy(): unknown;
}

/**
 * Holds what a recorder can rely on in a request of Node, whatever framework hands it over.
 *
 * @external
 */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Sends an answer; Node itself leaves the body out for HEAD, 204 and 304. */
export function sendAnswer(response: NodeResponse, { status, headers, text }: Answer): void {
  for (const name of representationHeaders) response.removeHeader(name);
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (text !== '') response.setHeader('content-length', new TextEncoder().encode(text).length);
  response.end(text);
}
