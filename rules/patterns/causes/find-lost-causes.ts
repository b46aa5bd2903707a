import { getDottedName, getLastName } from '../dotted-name.ts';
import { findEnclosingHandlers } from '../handlers/find-enclosing-handlers.ts';
import { handlerKinds, type ErrorHandler, type HandlerKind } from '../handlers/error-handler.ts';
import { findDirective } from '../justification/find-justification.ts';
import { createProvenanceContext } from '../provenance.ts';
import type { OctollmSettings } from '../settings/settings.ts';
import { isWithin, type Node, type Source } from '../source.ts';
import { getCauseState, type CauseSlot, type CauseState } from './cause-slot.ts';
import {
  findConstructions,
  isBuiltInConstruction,
  isNamedAsError,
  type ErrorConstruction,
} from './error-construction.ts';
import type { Failure } from './failure-channel.ts';
import { isNormalization } from './normalization.ts';

/** What of the errors that are made in handlers is looked at, and what is excused. */
export interface CausePolicy {
  /** Kinds of handlers to look into. */
  readonly kinds: readonly HandlerKind[];
  /** Where classes of the project take their cause. */
  readonly slots: ReadonlyMap<string, CauseSlot>;
  readonly checkClasses: 'all' | 'built-in';
  /** Classes that take no cause. */
  readonly exempt: readonly string[];
  readonly allowNoCauseComment: boolean;
  readonly requireBinding: boolean;
}

export const defaultCausePolicy: CausePolicy = {
  kinds: handlerKinds,
  slots: new Map(),
  checkClasses: 'all',
  exempt: ['AssertionError', 'DOMException'],
  allowNoCauseComment: true,
  requireBinding: true,
};

/** A new error that leaves a handler without the one that was caught. */
export interface LostCause {
  readonly construction: ErrorConstruction;
  readonly failure: Failure;
  readonly handler: ErrorHandler;
  readonly state: Extract<CauseState, { kind: 'missing' | 'lossy' | 'wrong' }>;
}

/** As short as a reason after `no-cause:` may be. */
export const leastNoCauseReason = 10;

/** Creates the search of one file: it finds the errors that a failure sends without their cause, each once. */
export function createLostCauseSearch(
  source: Source,
  settings: OctollmSettings,
  policy: CausePolicy,
): (failure: Failure) => readonly LostCause[] {
  const seen = new Set<Node>();
  return (failure) => {
    if (!failure.value) return none;
    const [handler, ...outer] = findEnclosingHandlers(source, settings, failure.node);
    if (!handler || !policy.kinds.includes(handler.kind) || isUnaskedEvent(handler)) return none;
    const provenance = createProvenanceContext(source, settings, [handler, ...outer]);
    if (failure.channel === 'throw' && isCaughtInside(failure.node, handler)) return none;
    return findConstructions(source, failure.value).flatMap((construction) => {
      if (seen.has(construction.node)) return [];
      seen.add(construction.node);
      if (!isMadeInHandler(construction, handler) || !isChecked(source, policy, construction, failure)) return [];
      if (isNormalization(provenance, construction, handler)) return [];
      const state = getCauseState(provenance, construction, policy.slots);
      if (state.kind === 'kept' || state.kind === 'unknown' || isExcused(source, policy, failure, handler)) return [];
      return [{ construction, failure, handler, state }];
    });
  };
}

const none: readonly LostCause[] = [];

/** What the web hands to its listeners is an event, not an error: `image.onerror = () => …` passes nothing over. */
function isUnaskedEvent({ kind, host, parameter }: ErrorHandler): boolean {
  if (kind !== 'error-event' || parameter !== null) return false;
  return (
    host.type === 'AssignmentExpression' ||
    (host.type === 'CallExpression' && getLastName(getDottedName(host.callee)) === 'addEventListener')
  );
}

function isChecked(source: Source, policy: CausePolicy, construction: ErrorConstruction, failure: Failure): boolean {
  if (policy.exempt.includes(construction.className)) return false;
  if (policy.slots.has(construction.className) || isBuiltInConstruction(source, construction)) return true;
  return policy.checkClasses === 'all' && (failure.channel === 'throw' || isNamedAsError(construction));
}

function isExcused(source: Source, policy: CausePolicy, { node }: Failure, { parameter }: ErrorHandler): boolean {
  if (parameter === null && !policy.requireBinding) return true;
  return policy.allowNoCauseComment && findDirective(source, node, 'no-cause', leastNoCauseReason) !== undefined;
}

/** A throw in an inner `try` is received there and does not leave the handler. */
function isCaughtInside(node: Node, handler: ErrorHandler): boolean {
  let child = node;
  for (let current = node.parent; current && current !== handler.node; child = current, current = current.parent)
    if (current.type === 'TryStatement' && current.block === child && current.handler) return true;
  return false;
}

function isMadeInHandler(construction: ErrorConstruction, handler: ErrorHandler): boolean {
  return isWithin(construction.node, handler.body ?? handler.node);
}
