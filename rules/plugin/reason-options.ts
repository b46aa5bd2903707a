import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';
import type { ReasonPolicy } from '../patterns/justification/reason.ts';

/** The options by which rules about dropped errors read a justification. */
export interface ReasonOptions {
  readonly allowWithReason: boolean;
  readonly requireDirective: boolean;
  readonly minReasonLength: number;
}

export const reasonDefaults: ReasonOptions = { allowWithReason: true, requireDirective: false, minReasonLength: 10 };

export const reasonProperties: Readonly<Record<keyof ReasonOptions, JSONSchema4>> = {
  allowWithReason: { description: 'Accept a comment that states a reason for dropping the error.', type: 'boolean' },
  requireDirective: { description: 'Accept only `// expected: reason`, not a plain comment.', type: 'boolean' },
  minReasonLength: { description: 'Characters that the reason of a directive must have.', type: 'integer', minimum: 1 },
};

export function getReasonPolicy(options: ReasonOptions): ReasonPolicy {
  const accept = options.allowWithReason ? (options.requireDirective ? 'directive' : 'comment') : 'none';
  return { accept, minReasonLength: options.minReasonLength };
}
