export type { FunctionNode, Node, Source, Variable } from './source.ts';
export { walk } from './walk.ts';
export { handlerKinds, type ErrorHandler, type HandlerKind } from './handlers/error-handler.ts';
export { findHandlers, handlerNodeTypes } from './handlers/find-handler.ts';
export { findEnclosingHandlers } from './handlers/find-enclosing-handlers.ts';
export { createProvenanceContext, getProvenance, type Provenance, type ProvenanceContext } from './provenance.ts';
export { analyzeHandler, type HandlerAnalysis } from './outcomes/analyze-handler.ts';
export { outcomeKinds, type Outcome, type OutcomeKind, type PathExit } from './outcomes/outcome.ts';
export { getVerdict, type HandlerVerdict, type Verdict } from './outcomes/verdict.ts';
export { defaultCleanups } from './tolerance/cleanup.ts';
export { findTolerance, type Tolerance, type TolerancePolicy } from './tolerance/find-tolerance.ts';
export { defaultProbeNames } from './tolerance/probe.ts';
export { failureChannels, getFailure, type Failure, type FailureChannel } from './causes/failure-channel.ts';
export { getCauseState, type CauseSlot, type CauseState } from './causes/cause-slot.ts';
export { findJustification } from './justification/find-justification.ts';
export { classifyThrow, type Suggestion, type ThrowSite } from './classifier/classify-throw.ts';
export { defaultGenericErrors, findGenericErrors, type GenericErrorPolicy } from './classifier/generic-errors.ts';
export { describeThrowSite } from './classifier/describe-throw-site.ts';
export { defaultSettings } from './settings/defaults.ts';
export { parseSettings } from './settings/parse-settings.ts';
export { getRelativePath } from './settings/relative-path.ts';
export { isTestFile } from './settings/test-files.ts';
export type { OctollmSettings, SettingsInput } from './settings/settings.ts';
export { findHeaderEnd } from './modules/header.ts';
export { findBinding, type NameAccess } from './modules/find-binding.ts';
export { getFreeName } from './modules/free-name.ts';
export { getImportForm } from './modules/import-form.ts';
export { findImportPlace, getStatementEnd, type ImportForm, type ImportPlace } from './modules/import-place.ts';
export { getModuleStatements, type ModuleBinding, type ModuleStatement } from './modules/module-statement.ts';
export { getNameList, type NameList } from './modules/name-list.ts';
export { placeStatements, planImports, type ImportPlan, type ImportStyle } from './modules/plan-imports.ts';
export { findCharacter, readRestOfLine } from './modules/scan-text.ts';
export { getDottedName, getLastName, getPropertyName } from './dotted-name.ts';
export { getImportedName } from './imported-name.ts';
export { getProperties } from './object-properties.ts';
export { getEnclosingFunction, isFunction, isWithin } from './source.ts';
export { getOutermostExpression, unwrapExpression } from './unwrap-expression.ts';
export { findVariable, getOnlyValue, resolveFunction } from './variables.ts';
export { findConstructions, type ErrorConstruction } from './causes/error-construction.ts';
export { findDirective } from './justification/find-justification.ts';
export { bindErrorAt, type ErrorBinding } from './handlers/bind-error.ts';
export { hasComment, hasCommentBetween } from './has-comment.ts';
export { getAnnotation, getErrorParameter, isAny } from './handlers/error-annotation.ts';
export { isLogger, isReporter } from './outcomes/log-call.ts';
export { matchesName } from './name-pattern.ts';
export { findVariableByName } from './variables.ts';
export { describeMessage } from './classifier/describe-message.ts';
export {
  createLostCauseSearch,
  defaultCausePolicy,
  leastNoCauseReason,
  type CausePolicy,
  type LostCause,
} from './causes/find-lost-causes.ts';
export { getErrorConstruction, isBuiltInConstruction } from './causes/error-construction.ts';
export { getHandedOn } from './causes/handed-on.ts';
export { isTypeScriptFile } from './typescript-file.ts';
export { describeNonError, throwableResults } from './causes/non-error.ts';
export { getUncheckedError, isBareParameter, type UncheckedError } from './handlers/unchecked-error.ts';
