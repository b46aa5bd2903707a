import type { PlannedChange } from '../edit/select-changes.ts';
import type { Decision } from '../transform/apply-pass.ts';
import type { AppliedChange } from '../transform/transform-result.ts';

/** What may be applied without asking anybody; plain data, since it crosses to the workers. */
export interface Permission {
  /** Whether to apply changes that may alter what the program does. */
  readonly unsafe: boolean;
  /** The least confidence that a change needs, from 0 to 1. */
  readonly minimumConfidence: number;
}

/** Decides on a change of a file; the preview is how reports would describe it. */
export type FileDecide = (path: string, change: PlannedChange, preview: () => AppliedChange) => Decision;

export function decideByPermission(
  { applicability, confidence }: PlannedChange,
  { unsafe, minimumConfidence }: Permission,
): Decision {
  if (applicability === 'unsafe' && !unsafe) return 'unsafe';
  return confidence < minimumConfidence ? 'unsure' : 'apply';
}
