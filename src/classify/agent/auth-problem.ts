import type { Classification } from '../classification.ts';

/** Names what is wrong with the credentials. */
export type AuthProblem = 'missing' | 'expired' | 'invalid' | 'insufficient_permissions';

/**
 * Tells what is wrong with the credentials, from what the provider said; `undefined` for failures of another kind.
 *
 * @param classification What the failure means.
 */
export function findAuthProblem({ kind, code = '', detail = '' }: Classification): AuthProblem | undefined {
  if (kind === 'permission_denied') return 'insufficient_permissions';
  if (kind !== 'unauthenticated') return undefined;
  const said = `${code} ${detail}`;
  if (/expired/i.test(said)) return 'expired';
  return /missing|not provid|didn.t provide|no api key|required/i.test(said) ? 'missing' : 'invalid';
}
