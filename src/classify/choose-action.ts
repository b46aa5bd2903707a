import type { ErrorKind } from '../catalog/catalog-entry.ts';
import type { Action } from './classification.ts';
import { isPassing, type Finding } from './finding.ts';

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

/** Returns what to do about a failure, unless the rule that found it already says so. */
export function chooseAction(finding: Finding): Action {
  if (finding.action) return finding.action;
  if (isPassing(finding)) return finding.retryAfterMs ? 'wait' : 'retry';
  return actions[finding.kind] ?? 'report';
}
