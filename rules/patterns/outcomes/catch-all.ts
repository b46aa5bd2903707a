import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import { getProvenance, mentionsError, type ProvenanceContext } from '../provenance.ts';
import type { Node } from '../source.ts';
import { collectOwn, some } from '../walk.ts';
import type { HandlerAnalysis } from './analyze-handler.ts';
import { isLogger, isReporter } from './log-call.ts';
import { getNarrowing } from './narrowing.ts';
import type { Outcome, OutcomeKind } from './outcome.ts';

/** Endings after which the program goes on as if it knew what had failed. */
const answered: readonly OutcomeKind[] = ['ignored', 'replaced', 'signalled', 'logged', 'logged-blind'];

/**
 * Finds the path that shows that a handler takes every error for the one that was expected: it answers all of them in the same way,
 * lets none pass and never asks which one it has.
 */
export function findCatchAll(analysis: HandlerAnalysis): Outcome | undefined {
  const { handler, context, outcomes } = analysis;
  const { body } = handler;
  if (!body || outcomes.some(({ kind, isDiscriminated }) => isDiscriminated || !isAnswer(context, body, kind)))
    return undefined;
  // Who tells somebody of a failure and writes the error down hides no bug; a person who is told knows where it happened.
  const isTold = logsError(analysis) || tellsPerson(context, body);
  if (isTold && outcomes.every(({ kind }) => kind === 'signalled')) return undefined;
  return asksWhich(context, body) ? undefined : outcomes[0];
}

function isAnswer(context: ProvenanceContext, body: Node, kind: OutcomeKind): boolean {
  return answered.includes(kind) || (kind === 'forwarded' && onlySetsState(context, body));
}

const stateSetter = /^(?:setState|set[A-Z]\w*|dispatch)$/;

/** Whether all that gets the error is the state of a view: `setError(e)`. */
function onlySetsState(context: ProvenanceContext, body: Node): boolean {
  const names = collectOwn(context.source, body, 'CallExpression')
    .filter((call) => call.arguments.some((argument) => getProvenance(context, argument) !== 'unrelated'))
    .map((call) => getDottedName(call.callee));
  return (
    names.some((name) => stateSetter.test(getLastName(name))) &&
    names.every(
      (name) => stateSetter.test(getLastName(name)) || name === 'String' || isLogger(name, context.settings),
    ) &&
    collectOwn(context.source, body, 'AssignmentExpression').length === 0
  );
}

/** Whether a log line or a monitoring service gets the error. */
export function logsError({ handler: { body }, context }: HandlerAnalysis): boolean {
  if (!body) return false;
  return collectOwn(context.source, body, 'CallExpression').some((call) => {
    const name = getDottedName(call.callee);
    const isTold = isLogger(name, context.settings) || isReporter(name, context.settings);
    return isTold && call.arguments.some((argument) => getProvenance(context, argument) !== 'unrelated');
  });
}

const notice =
  /(?:^|\.)(?:(?:toast|snackbar|notifications?|message|notify)\.(?:error|warning|danger)|notify\w*|alert|toast\w*|(?:show|display|add|push|open|enqueue|toggle)\w*(?:Error|Toast|Alert|Notification|Snackbar|Message)\w*)$/;

/** Whether a notice comes up before the person who waits: `toast.error('…')`, `notifyError()`. */
function tellsPerson({ source }: ProvenanceContext, body: Node): boolean {
  return collectOwn(source, body, 'CallExpression').some(({ callee }) => notice.test(getDottedName(callee)));
}

/** Properties by which errors are told apart. */
const distinctive = /^(?:code|name|status|statusCode|errno|kind|type|_tag|response|constructor|data|reason)$/;

function asksWhich(context: ProvenanceContext, body: Node): boolean {
  return some(context.source, body, (node) => {
    switch (node.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        return isNarrowing(context, node.test);
      case 'LogicalExpression':
        return isNarrowing(context, node.left);
      case 'MemberExpression':
        return distinctive.test(getPropertyName(node) ?? '') && mentionsError(context, node.object);
      default:
        return false;
    }
  });
}

function isNarrowing(context: ProvenanceContext, test: Node): boolean {
  const { whenTrue, whenFalse } = getNarrowing(context, test);
  return whenTrue || whenFalse;
}
