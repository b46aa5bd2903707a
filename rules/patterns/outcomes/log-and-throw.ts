import type { TSESTree } from '@typescript-eslint/utils';
import { getErrorConstruction } from '../causes/error-construction.ts';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { getProperties } from '../object-properties.ts';
import { createCallbackHandler } from '../handlers/create-handler.ts';
import { createProvenanceContext, getProvenance, type ProvenanceContext } from '../provenance.ts';
import { getText, type Node } from '../source.ts';
import { getStatements } from '../statements.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { resolveFunction } from '../variables.ts';
import { collectOwn } from '../walk.ts';
import type { HandlerAnalysis } from './analyze-handler.ts';
import { leaves } from './leaves.ts';
import { isLogger, isReporter } from './log-call.ts';

/** How loud a log line is; a report to a monitoring service is a level of its own. */
export const logLevels = ['error', 'warn', 'info', 'debug', 'report'] as const;

export type LogLevel = (typeof logLevels)[number];

/** A log line that gets the error, in front of the statement that throws it again. */
export interface LoggedThrow {
  readonly log: TSESTree.CallExpression;
  readonly level: LogLevel;
  readonly exit: Node;
  /** What leaves. */
  readonly value: Node;
  /** Whether a new error leaves that carries the one that was logged. */
  readonly isWrapped: boolean;
  /** Whether a function of the file does both: `logAndThrow(e)`. */
  readonly isHelper: boolean;
}

/** Finds the log lines behind which the same failure always leaves the handler. */
export function findLoggedThrows({ handler: { body }, context }: HandlerAnalysis): LoggedThrow[] {
  if (body?.type !== 'BlockStatement') return [];
  return [
    ...(maySend(context, body) ? findInBody(context, body) : []),
    ...(mayCallHelper(context, body) ? findInHelpers(context, body) : []),
  ];
}

/** A function that throws says so, most often. */
function mayCallHelper({ source }: ProvenanceContext, body: Node): boolean {
  return /throw|fail|raise|abort|panic/i.test(getText(source, body));
}

function findInBody(context: ProvenanceContext, body: Node): LoggedThrow[] {
  return findErrorLogs(context, body).flatMap((log) => {
    const sent = findExitBehind(context, log, body);
    if (!sent) return [];
    const level = getLevel(context, log);
    return [{ log, level, ...sent, isHelper: false }];
  });
}

/** `logAndThrow(e);` of a function in the file that begins with the error. */
function findInHelpers(context: ProvenanceContext, body: Node): LoggedThrow[] {
  const { source, settings } = context;
  return collectOwn(source, body, 'CallExpression').flatMap((log) => {
    const [value] = log.arguments;
    if (!value || getProvenance(context, value) !== 'caught') return [];
    const helper = resolveFunction(source, log.callee);
    if (helper?.body?.type !== 'BlockStatement') return [];
    const receiver = createCallbackHandler(source, 'promise-catch', helper, helper, undefined);
    const [found] = findInBody(createProvenanceContext(source, settings, [receiver]), helper.body);
    return found ? [{ ...found, log, exit: log, value, isHelper: true }] : [];
  });
}

/** Most handlers send nothing, and a glance at their text tells. */
export function maySend({ source }: ProvenanceContext, body: Node): boolean {
  return /throw|rej|next|done|cb\b|callback/i.test(getText(source, body));
}

/** The calls that log or report the caught error, be it the value or its text. */
export function findErrorLogs(context: ProvenanceContext, body: Node): TSESTree.CallExpression[] {
  return collectOwn(context.source, body, 'CallExpression').filter((call) => {
    const name = getDottedName(call.callee);
    if (!isLogger(name, context.settings) && !isReporter(name, context.settings)) return false;
    return call.arguments.some((argument) => getProvenance(context, argument) !== 'unrelated');
  });
}

type Exit = Pick<LoggedThrow, 'exit' | 'value' | 'isWrapped'>;

/** Goes from a log line to the statements behind it, and behind the blocks around it, up to the first that leaves. */
function findExitBehind(context: ProvenanceContext, log: Node, body: Node): Exit | undefined {
  let child: Node = log;
  for (let current = log.parent; current && child !== body; child = current, current = current.parent) {
    if (current.type === 'IfStatement' && isAboutVerbosity(context, current)) return undefined;
    const list = getStatements(current);
    for (const statement of list.slice(list.indexOf(child) + 1)) {
      const exit = readExit(context, statement);
      if (exit) return exit;
      if (leaves(statement)) return undefined;
    }
  }
  return undefined;
}

/** `if (this.verbose) console.error(e);` */
function isAboutVerbosity({ source }: ProvenanceContext, { test }: TSESTree.IfStatement): boolean {
  return /verbose|debug|trace|log|dev|NODE_ENV/i.test(getText(source, test));
}

/** `throw e`, `return Promise.reject(e)`, `reject(e)`, `next(e)`, each with the error or with one that carries it. */
function readExit(context: ProvenanceContext, statement: Node): Exit | undefined {
  const value = getSent(statement);
  if (!value || getProvenance(context, value) !== 'caught') return undefined;
  return { exit: statement, value, isWrapped: isConstruction(value) };
}

function isConstruction(value: Node): boolean {
  const inner = unwrapExpression(value);
  return getErrorConstruction(inner) !== undefined || inner.type === 'CallExpression';
}

/** What a statement throws, rejects with or gives to a callback. */
export function getSent(statement: Node): Node | null | undefined {
  if (statement.type === 'ThrowStatement') return statement.argument;
  const expression = getExpression(statement);
  const call = expression ? unwrapExpression(expression) : undefined;
  if (call?.type !== 'CallExpression') return undefined;
  return /^(?:Promise\.reject|_?rej(?:ect)?|_?(?:cb|callback|done|next))$/.test(getDottedName(call.callee))
    ? call.arguments[0]
    : undefined;
}

function getExpression(statement: Node): Node | null {
  if (statement.type === 'ReturnStatement') return statement.argument;
  return statement.type === 'ExpressionStatement' ? statement.expression : null;
}

const levels: readonly [LogLevel, RegExp][] = [
  // `debugError` is still for those who debug.
  ['debug', /^_?(?:debug|trace|verbose)/],
  ['error', /^(?:err|error|fatal|critical|exception|emergency|alert|severe|\w*(?:Err|Error|Exception|Fatal)\w*)$/],
  ['warn', /^(?:warn|warning|\w*Warn(?:ing)?)$/],
  ['info', /^(?:info|notice|\w*Info)$/],
];

/** `console.log` is as loud as an error there; what a function called `log` does is not known to be. */
function getLevel(context: ProvenanceContext, { callee, arguments: given }: TSESTree.CallExpression): LogLevel {
  const name = getDottedName(callee);
  const last = getLastName(name);
  // A span notes what passes through it; whoever handles the error is still to log it.
  if (last === 'recordException') return 'debug';
  if (isReporter(name, context.settings)) return marksItsWay(given) ? 'debug' : 'report';
  if (name === 'console.log' || name === 'console.trace' || name.startsWith('process.stderr.')) return 'error';
  return levels.find(([, pattern]) => pattern.test(last))?.[0] ?? 'debug';
}

/** `captureException(e, { mechanism: { handled: false } })`: an instrumentation tells the service which way the error took, and lets it pass. */
function marksItsWay(given: readonly Node[]): boolean {
  return given.some((argument) => argument.type === 'ObjectExpression' && getProperties(argument).has('mechanism'));
}
