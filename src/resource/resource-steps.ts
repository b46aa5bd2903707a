export type {} from '../platform/web-types.ts';

/** Reports a failure that another one hides. */
export interface SuppressedEvent {
  /** The failure that the caller does not see: of a rollback or of a release. */
  readonly suppressed: unknown;
  /** The error that the caller gets. */
  readonly error: unknown;
}

/** Holds the steps of a resource's life; each may be synchronous or not. */
export interface ResourceSteps<R> {
  /** Gets the resource, such as a connection whose transaction has begun. */
  readonly acquire: (signal: AbortSignal | undefined) => R | PromiseLike<R>;
  /** Makes permanent what was done; when it fails, the work counts as failed. */
  readonly commit?: (resource: R) => unknown;
  /** Undoes what was done; gets the error, or `undefined` when a disposable resource was left without a commit. */
  readonly rollback?: (resource: R, error: unknown) => unknown;
  /** Gives the resource back: the last step, exactly once, however the others ended. */
  readonly release: (resource: R) => unknown;
  /**
   * Ends the wait for the resource at once, with the signal's reason; a resource that still arrives is released. Later it
   * prevents the commit, but it never takes a resource away from work that is using it.
   */
  readonly signal?: AbortSignal | undefined;
  /** Hears of each failure that another one hides. */
  readonly onSuppressed?: (event: SuppressedEvent) => void;
  /** Hears what the hook threw; a hook never changes the outcome. */
  readonly onHookError?: (error: unknown) => void;
}
