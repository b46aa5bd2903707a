import type { Action, Classification } from '../classification.ts';
import { findAuthProblem, type AuthProblem } from './auth-problem.ts';

const byAuthProblem: Readonly<Record<AuthProblem, string>> = {
  missing: 'Set the API key in the configuration.',
  expired: 'Renew the API key: it has expired.',
  invalid: 'Check the API key in the configuration.',
  insufficient_permissions: 'Use an API key with access to this model.',
};

const byAction: Readonly<Record<Action, string>> = {
  retry: 'Try again in a moment.',
  wait: 'Try again when the wait is over.',
  failover: 'Choose another provider.',
  compact_context: 'Shorten the conversation or start a new one.',
  reauthenticate: 'Check the API key in the configuration.',
  top_up: 'Check the plan and the billing at the provider.',
  fix_request: 'Change the request: it fails again as it is.',
  replay_history: 'Send the whole conversation again.',
  stop: 'Nothing is to be done: the operation was cancelled.',
  report: 'Report the problem with the id of the request.',
};

/**
 * Suggests to a person what to do about a failure.
 *
 * @param classification What the failure means.
 */
export function suggest(classification: Classification): string {
  const problem = findAuthProblem(classification);
  if (problem) return byAuthProblem[problem];
  if (classification.kind === 'config') return 'Check the model and the settings of the provider.';
  return byAction[classification.action];
}
