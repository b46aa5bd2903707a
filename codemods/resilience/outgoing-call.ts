import type { Expression, NewExpression } from 'ts-morph';

/** The libraries that are known here; a client is recognised by its types and imports, never by its name. */
export const clientNames = ['fetch', 'axios', 'got', 'openai', 'anthropic', 'pg', 'redis', 'ioredis'] as const;

export type ClientName = (typeof clientNames)[number];

/** Which failures may be tried again: all that pass, only those of calls that were certainly not sent, or none. */
export const repetitions = ['idempotent', 'not-sent', 'never'] as const;

export type Repetition = (typeof repetitions)[number];

/** Where a call takes the signal that ends it; undefined for one that cannot be ended. */
export interface SignalSlot {
  /** The position of its options. */
  readonly position: number;
}

/** A call that leaves the process. */
export interface OutgoingCall {
  readonly kind: 'call';
  readonly client: ClientName;
  /** The call, or the chain that it begins: `got(url).json()`. */
  readonly node: Expression;
  /** What it does, for people: `POST`, `query`, `get`. */
  readonly operation: string;
  readonly repetition: Repetition;
  readonly signal: SignalSlot | undefined;
  /** Why it is left as it is; undefined when it can be guarded. */
  readonly obstacle: string | undefined;
}

/** A client that takes the function it sends with, so that it is guarded once, where it is made. */
export interface ClientConstruction {
  readonly kind: 'client';
  readonly client: ClientName;
  readonly node: NewExpression;
  readonly operation: string;
  readonly repetition: 'never';
  readonly obstacle: string | undefined;
}

export type OutgoingSite = OutgoingCall | ClientConstruction;
