import type { Node } from '../source.ts';

/** How one path through a handler ends, as far as the error is concerned. */
export const outcomeKinds = [
  'rethrown',
  'wrapped',
  'cause-lost',
  'forwarded',
  'returned',
  'reported',
  'logged',
  'logged-blind',
  'signalled',
  'terminated',
  'recovered',
  'replaced',
  'ignored',
] as const;

export type OutcomeKind = (typeof outcomeKinds)[number];

export interface Outcome {
  readonly kind: OutcomeKind;
  /** The statement or expression that decides: the log call, the return, the empty body. */
  readonly node: Node;
  /** Whether the path is reached only by errors that a test picked out (`e.code === 'ENOENT'`). */
  readonly isDiscriminated: boolean;
  /** How control leaves: `throw`, `return`, `continue`, `break`, `end` of the body. */
  readonly exit: PathExit;
  /** The default that a `replaced` path hands on. */
  readonly value: Node | null;
}

export type PathExit = 'throw' | 'return' | 'continue' | 'break' | 'end' | 'exit';
