import type { TSESTree } from '@typescript-eslint/utils';
import { throwsOnlyErrors } from '../access/platform-calls.ts';
import { getDottedName, getLastName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { getText, type Node, type Source } from '../source.ts';
import { collectOwn } from '../walk.ts';
import { defaultCleanups, isCleanup } from './cleanup.ts';
import { isDeclaredAnswer } from './declared-answer.ts';
import { isInsideHandling, isLastStep } from './continuation.ts';
import { hasNoCaller, isEntryPoint, isFireAndForget } from './entry-point.ts';
import { isDocumentedAnswer } from './documented-answer.ts';
import { isExistenceProbe } from './existence.ts';
import { isIsolation, isOneOfSeveral } from './isolation.ts';
import { endsInFailure, isAskedAfterwards, leadsToAlternative, worksOn } from './leads-on.ts';
import { isKeptForLater } from './kept-for-later.ts';
import { isLeftOpen } from './left-open.ts';
import { isStartedOnly } from './nobody-waits.ts';
import { defaultProbeNames, isProbe } from './probe.ts';
import { isPeriodic } from './recurrence.ts';
import { isSettledElsewhere } from './settled-elsewhere.ts';
import { isPropertySetting } from './setting.ts';
import { isSideChannel } from './side-channel.ts';

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
  if (isCleanup(handler, defaultCleanups)) return 'cleanup';
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
  if (!throwsOnlyErrors(source, handler) && !onlyWaits(source, handler)) return undefined;
  return announcesConsequence(source, handler.body) ? 'announced' : undefined;
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
  if (policy.allowIsolation && isOneOfSeveral(source, handler)) return 'isolation';
  if (isKeptForLater(source, handler, outcome)) return 'side-channel';
  if (isDeclaredAnswer(source, handler, outcome)) return 'answer';
  if (policy.allowLastStep && isLastStep(source, handler, outcome)) return 'last-step';
  if (policy.allowAnnounced && handler.body && announcesConsequence(source, handler.body)) return 'announced';
  if (policy.allowWithoutCaller && (isPeriodic(source, handler) || isStartedOnly(source, handler))) return 'no-caller';
  const isDebug = policy.allowAtDebugLevel && outcome.exit === 'end' && logsForDebugging(source, handler);
  return isDebug ? 'debug-level' : undefined;
}

/** `false` beside a log line is an answer: the call did not work. */
function isFalse(value: Node): boolean {
  return value.type === 'Literal' && value.value === false;
}

const consequence =
  /fall(?:ing|s)? ?back|\banyway\b|(?:will|would) not be|won't be|\busing (?:the |a )?(?:default|cached|fallback|previous)|disabled?\b|\binstead\b|default(?:ing|s)? to|best.effort|non-?fatal|not fatal|(?:non-?|not )critical|\b(?:do|does|should|must|will|would)(?:n't| not| never) (?:crash|fail|break|block|abort|stop|affect|interrupt|prevent)\b|expected (?:if|when|in)|continu(?:e|ing) without|\bcan (?:still )?continue\b|\bwe (?:can )?still (?:keep|work|run|go on|proceed)|\bso we(?:'ll| will)? (?:just|simply)\b|proceed(?:ing)? without|will (?:retry|try again)|\bskip\b/i;

/** Whether the words in a handler tell how the program goes on without the result. */
function announcesConsequence(source: Source, body: Node): boolean {
  return consequence.test(getText(source, body));
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
