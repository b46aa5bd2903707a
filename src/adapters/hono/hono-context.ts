export type {} from '../../platform/web-types.ts';

/**
 * Holds what the adapter needs of a context of Hono.
 *
 * @external
 */
export interface HonoContextLike {
  readonly req: {
    readonly method: string;
    readonly url: string;
    readonly raw: { readonly signal?: { readonly aborted: boolean } | null };
    /** The texts that were read from the body so far. */
    readonly bodyCache: { readonly text?: PromiseLike<string> | string };
  };
  /** The response so far, with the headers that were set for the next one. */
  readonly res: { readonly headers: Headers };
  /** Sets a header of the next response; without a value it removes it. */
  header(name: string, value?: string, options?: { readonly append?: boolean }): void;
}
