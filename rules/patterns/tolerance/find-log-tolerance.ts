import type { TSESTree } from '@typescript-eslint/utils';
import { throwsOnlyErrors } from '../access/platform-calls.ts';
import { getDottedName, getLastName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { type Node, type Source } from '../source.ts';
import { collectOwn } from '../walk.ts';
import { announcesConsequence } from './announcement.ts';
import { defaultCleanups, isCleanup } from './cleanup.ts';
import { isInsideHandling, isLastStep } from './continuation.ts';
import { isDeclaredAnswer } from './declared-answer.ts';
import { hasNoCaller, isEntryPoint, isFireAndForget } from './entry-point.ts';
import { isDocumentedAnswer } from './documented-answer.ts';
import { isExistenceProbe } from './existence.ts';
import { isIsolation, isOneOfSeveral } from './isolation.ts';
import { isKeptForLater } from './kept-for-later.ts';
import { endsInFailure, isAskedAfterwards, leadsToAlternative, worksOn } from './leads-on.ts';
import { isLeftOpen } from './left-open.ts';
import { isStartedOnly } from './nobody-waits.ts';
import { defaultProbeNames, isProbe } from './probe.ts';
import { isPeriodic } from './recurrence.ts';
import { isSettledElsewhere } from './settled-elsewhere.ts';
import { isPropertySetting } from './setting.ts';
import { isSideChannel } from './side-channel.ts';
import { namesInput } from './unusable-input.ts';
import { isWantedRemoval } from './wanted-removal.ts';

/** Which places may only log an error. */
export interface LogTolerancePolicy {
  readonly allowInEntryPoints: boolean;
  readonly allowVoidFireAndForget: boolean;
  readonly allowWithoutCaller: boolean;
  readonly allowLastStep: boolean;
  readonly allowIsolation: boolean;
  readonly allowFalse: boolean;
  readonly allowAtDebugLevel: boolean;
  readonly allowAnnounced: boolean;
}

export type LogTolerance =
  | 'entry-point'
  | 'fire-and-forget'
  | 'no-caller'
  | 'isolation'
  | 'answer'
  | 'cleanup'
  | 'side-channel'
  | 'probe'
  | 'settled-elsewhere'
  | 'inside-handling'
  | 'told-afterwards'
  | 'last-step'
  | 'announced'
  | 'debug-level';

/** Finds why a handler may log its error and go on: nobody is there to be told, or the code around it tells. */
export function findLogTolerance(
  source: Source,
  handler: ErrorHandler,
  outcome: Outcome,
  policy: LogTolerancePolicy,
): LogTolerance | undefined {
  // Who has yet to write the handling does not claim that a log line is enough.
  if (isLeftOpen(source, handler)) return undefined;
  return (
    findPlace(source, handler, policy) ??
    findAnswer(source, handler, outcome, policy) ??
    (outcome.kind === 'logged-blind'
      ? findForeseen(source, handler, policy)
      : findBestEffort(source, handler, outcome, policy))
  );
}

function findPlace(source: Source, handler: ErrorHandler, policy: LogTolerancePolicy): LogTolerance | undefined {
  if (policy.allowInEntryPoints && isEntryPoint(handler)) return 'entry-point';
  if (policy.allowVoidFireAndForget && isFireAndForget(handler)) return 'fire-and-forget';
  if (policy.allowWithoutCaller && hasNoCaller(source, handler)) return 'no-caller';
  if (policy.allowIsolation && isIsolation(source, handler)) return 'isolation';
  return isInsideHandling(source, handler) ? 'inside-handling' : undefined;
}

const probes = new RegExp(defaultProbeNames);

function findAnswer(
  source: Source,
  handler: ErrorHandler,
  outcome: Outcome,
  policy: LogTolerancePolicy,
): LogTolerance | undefined {
  if (policy.allowFalse && outcome.value && isFalse(outcome.value)) return 'answer';
  if (isCleanup(handler, defaultCleanups) && !isWantedRemoval(handler)) return 'cleanup';
  if (isSideChannel(handler) || isPropertySetting(handler)) return 'side-channel';
  if (isProbe(handler, outcome, probes) || isExistenceProbe(source, handler)) return 'probe';
  if (isSettledElsewhere(source, handler)) return 'settled-elsewhere';
  const isTold =
    endsInFailure(handler) ||
    leadsToAlternative(source, handler) ||
    worksOn(source, handler) ||
    isAskedAfterwards(source, handler) ||
    isDocumentedAnswer(source, handler, outcome);
  return isTold ? 'told-afterwards' : undefined;
}

/** A log line without the error excuses nothing by its place, and by its words only what can fail in the one way that they tell. */
function findForeseen(source: Source, handler: ErrorHandler, policy: LogTolerancePolicy): LogTolerance | undefined {
  if (!policy.allowAnnounced || !handler.body) return undefined;
  if (namesInput(source, handler)) return 'announced';
  if (!throwsOnlyErrors(source, handler) && !onlyWaits(source, handler)) return undefined;
  return announcesConsequence(source, handler) ? 'announced' : undefined;
}

/** `await waitForCondition(…)` fails when the time is up. */
function onlyWaits(source: Source, { guarded }: ErrorHandler): boolean {
  const awaited = guarded?.type === 'BlockStatement' ? collectOwn(source, guarded, 'AwaitExpression') : [];
  const isWait = ({ argument }: TSESTree.AwaitExpression): boolean =>
    argument.type === 'CallExpression' && /^wait(?:For|Until|Till)/.test(getLastName(getDottedName(argument.callee)));
  return awaited.length > 0 && awaited.every(isWait);
}

function findBestEffort(
  source: Source,
  handler: ErrorHandler,
  outcome: Outcome,
  policy: LogTolerancePolicy,
): LogTolerance | undefined {
  // Who settles a list has chosen to carry on, and tells of each failure.
  if (policy.allowIsolation && handler.kind === 'settled-result') return 'isolation';
  if (policy.allowIsolation && isOneOfSeveral(source, handler, outcome)) return 'isolation';
  if (isKeptForLater(source, handler, outcome)) return 'side-channel';
  if (isDeclaredAnswer(source, handler, outcome)) return 'answer';
  if (policy.allowLastStep && isLastStep(source, handler, outcome)) return 'last-step';
  if (policy.allowAnnounced && announcesConsequence(source, handler)) return 'announced';
  if (policy.allowWithoutCaller && (isPeriodic(source, handler) || isStartedOnly(source, handler))) return 'no-caller';
  const isDebug = policy.allowAtDebugLevel && outcome.exit === 'end' && logsForDebugging(source, handler);
  return isDebug ? 'debug-level' : undefined;
}

/** `false` beside a log line is an answer: the call did not work. */
function isFalse(value: Node): boolean {
  return value.type === 'Literal' && value.value === false;
}

/** Whether all that a handler logs is for developers: `logger.debug(…)`, `debug.log(…)`. */
function logsForDebugging(source: Source, handler: ErrorHandler): boolean {
  if (!handler.body) return false;
  const names = collectOwn(source, handler.body, 'CallExpression').map((call) => getDottedName(call.callee));
  return names.some(isForDebugging) && !names.some((name) => isForOperators(name) && !isForDebugging(name));
}

function isForDebugging(name: string): boolean {
  return /(?:^|\.)_?(?:debug|verbose|trace|silly)(?:\.(?:log|info|warn))?$/.test(name);
}

function isForOperators(name: string): boolean {
  return /^(?:warn|error|fatal|info|log)$/.test(getLastName(name));
}
