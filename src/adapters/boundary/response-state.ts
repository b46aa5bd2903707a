/**
 * Names what became of a response when a failure arrives: nothing was sent yet, its headers were, all of it was, the client
 * is gone, or the server itself destroyed it half-way.
 */
export type ResponseState = 'open' | 'started' | 'ended' | 'gone' | 'broken';

/**
 * Holds what a response of Node tells about itself; those of Express, Koa, Fastify (`raw`) and Nest are some.
 *
 * @external
 */
export interface ResponseProgress {
  readonly headersSent: boolean;
  readonly writableEnded: boolean;
  readonly destroyed?: boolean;
  /** The error that the server destroyed the response with. */
  readonly errored?: Error | null;
  readonly socket?: { readonly destroyed: boolean } | null;
}

/** Tells what became of a response of Node. */
export function getResponseState(response: ResponseProgress): ResponseState {
  if (response.writableEnded) return 'ended';
  if (response.errored) return 'broken';
  if (response.destroyed || response.socket?.destroyed) return 'gone';
  return response.headersSent ? 'started' : 'open';
}
