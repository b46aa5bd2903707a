import type { ErrorKind } from '../catalog/catalog-entry.ts';

/** Names what a caller should do about a failure. */
export type Action =
  /** Try again after a back-off. */
  | 'retry'
  /** Try again, but not before `retryAfterMs`. */
  | 'wait'
  /** Ask another provider, region or replica. */
  | 'failover'
  /** Shorten the conversation, then try again. */
  | 'compact_context'
  /** Renew or correct the credentials. */
  | 'reauthenticate'
  /** Pay, or raise the quota. */
  | 'top_up'
  /** Change the request: it can never succeed as it is. */
  | 'fix_request'
  /** Send the whole history again, because the server no longer has it. */
  | 'replay_history'
  /** Stop without a complaint: somebody cancelled. */
  | 'stop'
  /** Tell people: nothing automatic helps. */
  | 'report';

/** Tells how sure a classification is: from marks and identities that cannot be wrong down to words in a message. */
export type Confidence = 'typed' | 'structured' | 'status' | 'system' | 'text' | 'none';

/**
 * Tells whether the failed request was carried out. `no`: it never left, or the server refused before it began, so it is
 * safe to send again, whatever it does. `yes`: the server answered. `maybe`: nobody knows.
 */
export type Sent = 'no' | 'maybe' | 'yes';

/** Says what a failure means and what to do about it. */
export interface Classification {
  /** What went wrong in general. */
  readonly kind: ErrorKind;
  /** Whether the same call can succeed later without anybody changing anything. */
  readonly retryable: boolean;
  /** What a caller should do about it. */
  readonly action: Action;
  /** Whether the failed request was carried out. */
  readonly sent: Sent;
  /** How sure this is. */
  readonly confidence: Confidence;
  /** The rule that decided, for logs and tests. */
  readonly rule: string;
  /** The HTTP status that the server answered with. */
  readonly status?: number;
  /** Who answered, such as `openai`. */
  readonly provider?: string;
  /** The provider's or the system's own code, such as `insufficient_quota` or `ECONNRESET`. */
  readonly code?: string;
  /** How long the server asked us to wait, in milliseconds; 0 means not at all. */
  readonly retryAfterMs?: number;
  /** Where the wait was read, such as `retry-after`. */
  readonly retryAfterSource?: string;
  /** The provider's id of the request, for its support. */
  readonly requestId?: string;
  /** What the server said, redacted and at most 500 code points long. */
  readonly detail?: string;
}

/**
 * Turns a thrown value into a classification; it never throws and never changes the value.
 *
 * @param thrown Any value.
 */
export type Classifier = (thrown: unknown) => Classification;
