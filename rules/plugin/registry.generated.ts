import type { Rule } from './create-rule.ts';
import noSilentCatch from '../no-silent-catch.ts';
import requireCause from '../require-cause.ts';

export const rules: Readonly<Record<string, Rule>> = {
  'no-silent-catch': noSilentCatch,
  'require-cause': requireCause,
};
