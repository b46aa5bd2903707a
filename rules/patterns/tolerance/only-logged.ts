import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { isWithin, type Node, type Source } from '../source.ts';
import { findVariable } from '../variables.ts';
import { getStatement } from './following.ts';
import { isLogStatement } from './log-statement.ts';

/** Whether the guarded code only works out what a log line is to say: `try { size = await measure(path); } catch {} log.debug(size);` */
export function isOnlyLogged(source: Source, { guarded, kind }: ErrorHandler, { exit }: Outcome): boolean {
  if (kind !== 'catch-clause' || guarded?.type !== 'BlockStatement' || exit !== 'end') return false;
  const last = guarded.body.at(-1);
  const assignment = last?.type === 'ExpressionStatement' ? last.expression : undefined;
  if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'Identifier') return false;
  if (!guarded.body.every((statement) => statement === last || statement.type === 'VariableDeclaration')) return false;
  const uses = findVariable(source, assignment.left)?.references.filter((reference) => reference.isRead()) ?? [];
  const behind = uses.map(({ identifier }) => identifier).filter((use) => !isWithin(use, guarded));
  return behind.length > 0 && behind.every(isInLogLine);
}

function isInLogLine(use: Node): boolean {
  return isLogStatement(getStatement(use));
}
