import type { ErrorKind } from '../catalog/catalog-entry.ts';
import type { Action, Classification, Confidence, Sent } from './classification.ts';

/** Holds what one rule concludes; `toClassification` completes it. */
export interface Finding {
  readonly kind: ErrorKind;
  /** The name of the rule, for logs and tests. */
  readonly rule: string;
  readonly confidence: Confidence;
  /** Defaults to what is usual for the kind. */
  readonly retryable?: boolean | undefined;
  /** Defaults to what follows from the kind and from `retryable`. */
  readonly action?: Action | undefined;
  /** Defaults to `maybe`. */
  readonly sent?: Sent | undefined;
  /** The provider's or the system's own code. */
  readonly code?: string | undefined;
}

/** Holds what is read beside a finding, whatever the rules conclude. */
export type Facts = Partial<Omit<Classification, keyof Finding>>;

/** The kinds that pass by themselves: nobody has to change the request or the set-up. */
const passing: readonly ErrorKind[] = ['timeout', 'transport', 'unavailable', 'overloaded', 'rate_limit'];

const actions: { readonly [kind in ErrorKind]?: Action } = {
  canceled: 'stop',
  usage_limit: 'top_up',
  unauthenticated: 'reauthenticate',
  invalid_argument: 'fix_request',
  not_found: 'fix_request',
  failed_precondition: 'fix_request',
  content_filter: 'fix_request',
  context_overflow: 'compact_context',
  provider_disabled: 'failover',
};

/**
 * Completes a finding.
 *
 * @param finding What a rule concludes.
 * @param facts What is known beside it.
 */
export function toClassification(finding: Finding, facts: Facts = {}): Classification {
  const { kind, code, retryable = passing.includes(kind), sent = 'maybe' } = finding;
  const { rule, confidence, action = chooseAction(kind, retryable, facts.retryAfterMs) } = finding;
  return { kind, retryable, action, sent, confidence, rule, ...(code !== undefined && { code }), ...facts };
}

function chooseAction(kind: ErrorKind, retryable: boolean, retryAfterMs = 0): Action {
  if (!retryable) return actions[kind] ?? 'report';
  return retryAfterMs > 0 ? 'wait' : 'retry';
}
