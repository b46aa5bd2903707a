import type { TSESTree } from '@typescript-eslint/utils';
import { getStatements } from '../statements.ts';
import { isFunctionNode } from './child-nodes.ts';
import { neverReached } from './never-reached.ts';

type Node = TSESTree.Node;

/** Whether a comment says that correct code never gets to an error: in front of the throw, behind it, or above its `if`. */
export function isMarkedUnreachable(creation: Node, sourceText: string): boolean {
  const statement = findStatement(creation);
  if (!statement) return false;
  if (saysNever(statement, sourceText)) return true;
  const branch = statement.parent;
  const choice = branch?.parent;
  return (
    choice?.type === 'IfStatement' &&
    choice.consequent === branch &&
    getStatements(branch).length === 1 &&
    saysNever(choice, sourceText)
  );
}

/** The statement of a list that an expression belongs to; none where a function without a body of statements is between. */
function findStatement(expression: Node): Node | undefined {
  let node = expression;
  while (node.parent && getStatements(node.parent).length === 0) {
    if (isFunctionNode(node)) return undefined;
    node = node.parent;
  }
  return node.parent ? node : undefined;
}

function saysNever(statement: Node, sourceText: string): boolean {
  const before = getTextBefore(statement, sourceText);
  if (isComment(before) && neverReached.test(before)) return true;
  const end = sourceText.indexOf('\n', statement.range[1]);
  const behind = sourceText.slice(statement.range[1], end < 0 ? undefined : end);
  return isComment(behind) && neverReached.test(behind);
}

/** What stands between a statement and the one before it, whose own line is not part of it. */
function getTextBefore(statement: Node, sourceText: string): string {
  const list = statement.parent;
  if (!list) return '';
  const statements = getStatements(list);
  const previous = statements[statements.indexOf(statement) - 1];
  const opening = list.type === 'SwitchCase' ? (list.test?.range[1] ?? list.range[0]) : list.range[0];
  const between = sourceText.slice(previous?.range[1] ?? opening, statement.range[0]);
  return previous ? between.slice(between.indexOf('\n') + 1) : between;
}

function isComment(text: string): boolean {
  return text.includes('//') || text.includes('/*');
}
