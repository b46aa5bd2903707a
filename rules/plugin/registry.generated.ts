import type { Rule } from './create-rule.ts';
import noAnyInHandler from '../no-any-in-handler.ts';
import noGenericThrow from '../no-generic-throw.ts';
import noLogOnlyCatch from '../no-log-only-catch.ts';
import noSilentCatch from '../no-silent-catch.ts';
import noSilentFallback from '../no-silent-fallback.ts';
import onlyThrowErrors from '../only-throw-errors.ts';
import requireCause from '../require-cause.ts';

export const rules: Readonly<Record<string, Rule>> = {
  'no-any-in-handler': noAnyInHandler,
  'no-generic-throw': noGenericThrow,
  'no-log-only-catch': noLogOnlyCatch,
  'no-silent-catch': noSilentCatch,
  'no-silent-fallback': noSilentFallback,
  'only-throw-errors': onlyThrowErrors,
  'require-cause': requireCause,
};
