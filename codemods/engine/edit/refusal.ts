import type { Leftover } from './change.ts';

/** Why a codemod leaves a site alone. */
export type Refusal = Pick<Leftover, 'kind' | 'reason'>;

/** Whether a site is left alone, rather than what becomes of it. */
export function isRefusal<Planned extends object>(outcome: Planned | Refusal): outcome is Refusal {
  return 'reason' in outcome && 'kind' in outcome;
}
