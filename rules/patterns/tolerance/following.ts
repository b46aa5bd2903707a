import { getStatements } from '../statements.ts';
import type { Node } from '../source.ts';

/** The statement, or the declaration, that a node stands in. */
export function getStatement(node: Node): Node {
  let current = node;
  while (current.parent && !/Statement$|Declaration$/.test(current.type)) current = current.parent;
  return current;
}

/** The statements behind a statement in the same list. */
export function getFollowing(statement: Node): readonly Node[] {
  const list = statement.parent ? getStatements(statement.parent) : [];
  return list.slice(list.indexOf(statement) + 1);
}

/** The statements before a statement in the same list. */
export function getPreceding(statement: Node): readonly Node[] {
  const list = statement.parent ? getStatements(statement.parent) : [];
  return list.slice(0, Math.max(0, list.indexOf(statement)));
}

/** The statement that is run behind another one, or behind the branches that it ends. */
export function getNext(statement: Node): Node | undefined {
  const [next] = getFollowing(statement);
  if (next) return next;
  const { parent } = statement;
  return parent?.type === 'BlockStatement' || parent?.type === 'IfStatement' ? getNext(parent) : undefined;
}
