import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { isOutputReturned } from '../events/piped-output.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { isNodeFunction } from '../handlers/node-callbacks.ts';
import { createProvenanceContext, getProvenance, type ProvenanceContext } from '../provenance.ts';
import type { OctollmSettings } from '../settings/settings.ts';
import { getText, isWithin, type FunctionNode, type Node, type Source } from '../source.ts';
import { defaultCleanups, isCleanupName } from '../tolerance/cleanup.ts';
import { isLogStatement } from '../tolerance/log-statement.ts';
import { isAskedFor } from '../tolerance/presence-test.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';
import { collectOwn, some } from '../walk.ts';
import { getErrorTruth } from './narrowing.ts';
import { observation } from './observation.ts';
import { enumeratePaths } from './paths.ts';

/** What an error-first callback does wrong with its error. */
export type CallbackFault =
  /** It looks at the result and never at the error. */
  | { readonly kind: 'ignored'; readonly node: Node }
  /** It notes the error, goes on and uses the result, or reports success. */
  | { readonly kind: 'continues'; readonly node: TSESTree.IfStatement }
  /** It passes the error on, goes on and answers a second time. */
  | { readonly kind: 'answered'; readonly node: TSESTree.IfStatement }
  /** It throws into the event loop, where nobody catches. */
  | { readonly kind: 'thrown'; readonly node: TSESTree.ThrowStatement };

export function findCallbackFaults(source: Source, settings: OctollmSettings, handler: ErrorHandler): CallbackFault[] {
  const { callback } = handler;
  if (handler.kind !== 'callback' || !callback || isCleanupCall(handler.host)) return [];
  if (isForgotten(source, handler, callback))
    return isAnswerExpected(source, handler, callback)
      ? [{ kind: 'ignored', node: handler.parameter ?? callback }]
      : [];
  const context = createProvenanceContext(source, settings, [handler]);
  const thrown = isOfMiddleware(handler) ? [] : findThrows(context, callback);
  return [...findContinuations(context, handler, callback), ...thrown];
}

/** Whether a function never reads its first parameter, by which it is told of a failure. */
export function isForgotten(
  source: Source,
  { parameter, variables }: Pick<ErrorHandler, 'parameter' | 'variables'>,
  callback: FunctionNode,
): boolean {
  if (callback.type !== 'ArrowFunctionExpression' && /\barguments\b/.test(getText(source, callback))) return false;
  if (!parameter) return callback.params.length === 0;
  return (
    parameter.type === 'Identifier' &&
    variables.every(({ references }) => references.length === 0) &&
    variables.length > 0
  );
}

function isCleanupCall(host: Node): boolean {
  if (host.type !== 'CallExpression') return false;
  return isCleanupName(getLastName(getDottedName(host.callee)), defaultCleanups);
}

function getResults(callback: FunctionNode): TSESTree.Identifier[] {
  return callback.params.slice(1).filter((parameter) => parameter.type === 'Identifier');
}

/**
 * Whether a callback is told of success too, and does something about it: a function that only takes an error may be a handler that is
 * called on failure alone (`mapError(result, (error) => …)`).
 */
function isAnswerExpected(source: Source, { host, parameter }: ErrorHandler, callback: FunctionNode): boolean {
  const results = getResults(callback);
  if (results.length > 0) return !results.some((result) => isTold(source, result));
  if (host.type === 'CallExpression' && isNodeFunction(source, host.callee)) return !isOutputReturned(source, host);
  if (parameter?.type !== 'Identifier') return false;
  const type = parameter.typeAnnotation ? getText(source, parameter.typeAnnotation) : '';
  const isNamed = /^_?err$/.test(parameter.name) && answersAgain(source, callback.body, success);
  return isNamed || /\b(?:null|undefined)\b/.test(type);
}

/** Whether a failure is read off a result that is missing: `(_err, data) => resolve(data ?? null)`. */
function isTold(source: Source, result: TSESTree.Identifier): boolean {
  // Programs write there without failing, and fail without writing there.
  if (result.name === 'stderr') return false;
  return findVariable(source, result)?.references.some(({ identifier }) => isAskedFor(identifier)) ?? false;
}

/** `if (err) log(err);`, and then the result is used; `if (err) reject(err);`, and then `resolve(data);`. */
function findContinuations(context: ProvenanceContext, handler: ErrorHandler, callback: FunctionNode): CallbackFault[] {
  const { body } = callback;
  if (body.type !== 'BlockStatement') return [];
  return body.body.flatMap((statement, index): CallbackFault[] => {
    if (statement.type !== 'IfStatement' || statement.alternate || getErrorTruth(context, statement.test) !== true)
      return [];
    const rest = body.body.slice(index + 1);
    if (rest.some((next) => mentionsCaught(context, next))) return [];
    const ends = enumeratePaths(context, statement.consequent, true).filter(({ exit }) => exit === 'end');
    if (ends.length === 0) return [];
    const answers = getAnswers(statement.consequent);
    if (rest.some((next) => answersAgain(context.source, next, answers)))
      return [{ kind: 'answered', node: statement }];
    if (answers.length === 0 && !ends.some(({ flags }) => (flags & ~notes) === 0)) return [];
    return goesOn(context.source, handler, callback, rest) ? [{ kind: 'continues', node: statement }] : [];
  });
}

/** What may be done with the error without a consequence for what follows. */
const notes = observation.logged | observation.loggedBlind | observation.reported;

function mentionsCaught(context: ProvenanceContext, node: Node): boolean {
  return some(
    context.source,
    node,
    (child) => child.type === 'Identifier' && getProvenance(context, child) === 'caught',
  );
}

const answerNames = /^(?:_?(?:cb|callback|done|next|resolve|reject)|[a-z]\w*(?:Callback|Cb))$/;
const responses = /^(?:res|resp|response|reply)$/;

/** Who is told of the error on the way to the end of a branch: `cb`, `reject`, `res`. */
function getAnswers(branch: TSESTree.Statement): string[] {
  const statements = branch.type === 'BlockStatement' ? branch.body : [branch];
  return statements.flatMap((statement) => {
    const call = statement.type === 'ExpressionStatement' ? unwrapExpression(statement.expression) : statement;
    if (call.type !== 'CallExpression') return [];
    const name = getDottedName(call.callee);
    const [root = ''] = name.split(/[.(]/);
    return answerNames.test(name) || responses.test(root) ? [root] : [];
  });
}

/** Whether somebody who was told is told again, or is given to a call that will. */
function answersAgain(source: Source, node: Node, answers: readonly string[]): boolean {
  if (answers.length === 0) return false;
  const isPromise = answers.some((answer) => /^(?:resolve|reject)$/.test(answer));
  const isAnswer = (name: string): boolean =>
    answers.includes(name) || (isPromise && /^(?:resolve|reject)$/.test(name));
  return collectOwn(source, node, 'CallExpression').some(({ callee, arguments: given }) => {
    const [root = ''] = getDottedName(callee).split(/[.(]/);
    return isAnswer(root) || given.some((argument) => argument.type === 'Identifier' && isAnswer(argument.name));
  });
}

/**
 * Whether statements behind a noted failure read the result without asking whether there is one, tell somebody that all went well, or, of
 * a function of Node that has no result, do further work.
 */
function goesOn(source: Source, { host }: ErrorHandler, callback: FunctionNode, rest: readonly Node[]): boolean {
  const results = getResults(callback);
  const references = results.flatMap((result) => findVariable(source, result)?.references ?? []);
  const read = references.filter(({ identifier }) => rest.some((next) => isWithin(identifier, next)));
  if (read.some(({ identifier }) => isAskedFor(identifier))) return false;
  if (read.length > 0 || rest.some((next) => answersAgain(source, next, success))) return true;
  const isOfNode = host.type === 'CallExpression' && isNodeFunction(source, host.callee);
  return isOfNode && results.length === 0 && rest.some((next) => !isLogStatement(next));
}

/** Whom a callback calls when all went well. */
const success = ['cb', 'callback', 'done', 'resolve'];

/** `throw err` in a function that the event loop calls. */
function findThrows(context: ProvenanceContext, callback: FunctionNode): CallbackFault[] {
  return collectOwn(context.source, callback.body, 'ThrowStatement')
    .filter(
      (node) => getProvenance(context, node.argument) !== 'unrelated' && isThrownOnFailure(context, callback, node),
    )
    .map((node) => ({ kind: 'thrown', node }));
}

/** `authenticate('local', (err, user) => …)(request, response)`: what is called anew may well catch what its callback throws. */
function isOfMiddleware({ host }: ErrorHandler): boolean {
  return host.parent?.type === 'CallExpression' && host.parent.callee === host;
}

/** The test of the error shows that the function is called on success too; a `try` around the throw catches it. */
function isThrownOnFailure(context: ProvenanceContext, callback: FunctionNode, node: Node): boolean {
  let isTested = false;
  let child = node;
  for (let current = node.parent; current && current !== callback; child = current, current = current.parent) {
    if (current.type === 'TryStatement' && current.block === child && current.handler) return false;
    if (current.type === 'IfStatement' && getErrorTruth(context, current.test) === (current.consequent === child))
      isTested = true;
  }
  return isTested;
}
