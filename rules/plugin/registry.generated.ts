import type { Rule } from './create-rule.ts';
import errorClassDefinition from '../error-class-definition.ts';
import errorLogging from '../error-logging.ts';
import handleCallbackError from '../handle-callback-error.ts';
import noAnyInHandler from '../no-any-in-handler.ts';
import noErrorMessageMatching from '../no-error-message-matching.ts';
import noErrorMutation from '../no-error-mutation.ts';
import noGenericThrow from '../no-generic-throw.ts';
import noIgnoredSettledResults from '../no-ignored-settled-results.ts';
import noLogOnlyCatch from '../no-log-only-catch.ts';
import noLossyErrorSerialization from '../no-lossy-error-serialization.ts';
import noMaskingCleanup from '../no-masking-cleanup.ts';
import noSensitiveErrorData from '../no-sensitive-error-data.ts';
import noSilentCatch from '../no-silent-catch.ts';
import noSilentFallback from '../no-silent-fallback.ts';
import noThrowCaughtLocally from '../no-throw-caught-locally.ts';
import noUnguardedAsyncCallback from '../no-unguarded-async-callback.ts';
import noUnsafeErrorAccess from '../no-unsafe-error-access.ts';
import noUnthrownError from '../no-unthrown-error.ts';
import noUnusedErrorJustification from '../no-unused-error-justification.ts';
import noUselessRethrow from '../no-useless-rethrow.ts';
import onlyThrowErrors from '../only-throw-errors.ts';
import requireCause from '../require-cause.ts';
import requireErrorListener from '../require-error-listener.ts';
import requireErrorNarrowing from '../require-error-narrowing.ts';
import rethrowControlFlowErrors from '../rethrow-control-flow-errors.ts';

export const rules: Readonly<Record<string, Rule>> = {
  'error-class-definition': errorClassDefinition,
  'error-logging': errorLogging,
  'handle-callback-error': handleCallbackError,
  'no-any-in-handler': noAnyInHandler,
  'no-error-message-matching': noErrorMessageMatching,
  'no-error-mutation': noErrorMutation,
  'no-generic-throw': noGenericThrow,
  'no-ignored-settled-results': noIgnoredSettledResults,
  'no-log-only-catch': noLogOnlyCatch,
  'no-lossy-error-serialization': noLossyErrorSerialization,
  'no-masking-cleanup': noMaskingCleanup,
  'no-sensitive-error-data': noSensitiveErrorData,
  'no-silent-catch': noSilentCatch,
  'no-silent-fallback': noSilentFallback,
  'no-throw-caught-locally': noThrowCaughtLocally,
  'no-unguarded-async-callback': noUnguardedAsyncCallback,
  'no-unsafe-error-access': noUnsafeErrorAccess,
  'no-unthrown-error': noUnthrownError,
  'no-unused-error-justification': noUnusedErrorJustification,
  'no-useless-rethrow': noUselessRethrow,
  'only-throw-errors': onlyThrowErrors,
  'require-cause': requireCause,
  'require-error-listener': requireErrorListener,
  'require-error-narrowing': requireErrorNarrowing,
  'rethrow-control-flow-errors': rethrowControlFlowErrors,
};
