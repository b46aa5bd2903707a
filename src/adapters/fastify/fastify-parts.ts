import type { ResponseProgress } from '../boundary/response-state.ts';
import type { Logger } from '../../observe/logger.ts';

/**
 * Holds what the adapter needs of a request of Fastify.
 *
 * @external
 */
export interface FastifyRequestLike {
  readonly method: string;
  readonly url: string;
  readonly id: string;
  readonly log: Logger;
}

/**
 * Holds what the adapter needs of a reply of Fastify.
 *
 * @external
 */
export interface FastifyReplyLike {
  readonly raw: ResponseProgress & { destroy(): unknown };
  removeHeader(name: string): unknown;
  code(status: number): unknown;
  headers(headers: Readonly<Record<string, string>>): unknown;
  serializer(serialize: (payload: unknown) => string): unknown;
  /** What a reply may send depends on the schema of its route, so in general the types of Fastify allow nothing. */
  send(...payload: never): unknown;
  hijack(): unknown;
}
