import type { NodeRequest, NodeResponse } from '../boundary/node-response.ts';

/**
 * Holds what the adapter needs of a context of Koa.
 *
 * @external
 */
export interface KoaContextLike {
  readonly req: NodeRequest;
  readonly res: NodeResponse;
  readonly status: number;
  readonly body?: unknown;
  /** False when the application writes to `res` itself. */
  readonly respond?: boolean | undefined;
  onerror(error: unknown): void;
  readonly app: { emit(event: 'error', error: Error, context: unknown): boolean };
}
