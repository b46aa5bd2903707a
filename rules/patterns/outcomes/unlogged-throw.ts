import { getErrorConstruction, type ErrorConstruction } from '../causes/error-construction.ts';
import { getProvenance, type ProvenanceContext } from '../provenance.ts';
import { isWithin, type Node } from '../source.ts';
import { getStatements } from '../statements.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn } from '../walk.ts';
import type { HandlerAnalysis } from './analyze-handler.ts';
import { findErrorLogs, getSent, maySend } from './log-and-throw.ts';

/** A new error that leaves a handler before the caught one was logged as a value. */
export interface UnloggedThrow {
  readonly exit: Node;
  readonly construction: ErrorConstruction;
  /** Whether a log line has the text of the error, and not the error. */
  readonly hasText: boolean;
}

/** Finds where another error leaves a handler although no structured log line with the caught one stands in front of it. */
export function findUnloggedThrows({ handler: { body }, context }: HandlerAnalysis): UnloggedThrow[] {
  if (body?.type !== 'BlockStatement' || !maySend(context, body)) return [];
  const logs = findErrorLogs(context, body);
  return findExits(context, body).flatMap((exit) => {
    const value = getSent(exit);
    const construction = value ? getErrorConstruction(value) : undefined;
    if (!construction) return [];
    const before = logs.filter((log) => standsBefore(log, exit, body));
    const isLogged = before.some((log) => log.arguments.some((argument) => isStructured(context, argument)));
    return isLogged ? [] : [{ exit, construction, hasText: before.length > 0 }];
  });
}

function findExits({ source }: ProvenanceContext, body: Node): Node[] {
  return [
    ...collectOwn(source, body, 'ThrowStatement'),
    ...collectOwn(source, body, 'ReturnStatement'),
    ...collectOwn(source, body, 'ExpressionStatement'),
  ].filter((statement) => Boolean(getSent(statement)));
}

/** Whether a log line runs on every way to a statement: it is one of those before it, or before a block around it. */
function standsBefore(log: Node, exit: Node, body: Node): boolean {
  let child = exit;
  for (let current = exit.parent; current && child !== body; child = current, current = current.parent) {
    const list = getStatements(current);
    const before = list.slice(0, Math.max(0, list.indexOf(child)));
    if (before.some((statement) => statement.type === 'ExpressionStatement' && isWithin(log, statement))) return true;
  }
  return false;
}

/** `logger.error('…', { error })`, `logger.error({ error: String(e) }, '…')`, `logger.error('…', e)`; a text alone is not. */
function isStructured(context: ProvenanceContext, argument: Node): boolean {
  const provenance = getProvenance(context, argument);
  return (
    provenance === 'caught' || (provenance === 'derived' && unwrapExpression(argument).type === 'ObjectExpression')
  );
}
