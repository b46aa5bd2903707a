import { getPropertyName } from '../dotted-name.ts';
import type { Node, Source } from '../source.ts';
import { getOutermostExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';

/** Whether nothing hangs on a match but what it has found: `const route = /route (\S+)/.exec(e.message)?.[1]`. */
export function isOnlyTakenApart(source: Source, match: Node): boolean {
  const value = climbFallback(match);
  const { parent } = value;
  if (isPart(value)) return !isTested(parent);
  if (parent?.type !== 'VariableDeclarator') return false;
  const target = parent.id;
  if (target.type === 'Identifier') return isEachRead(source, target, (read) => isPart(read) && !isTested(read.parent));
  // `const [, line] = pattern.exec(e.message) ?? []`
  return (
    target.type === 'ArrayPattern' &&
    target.elements.every((element) => element === null || isEachRead(source, element, (read) => !isTested(read)))
  );
}

function isEachRead(source: Source, name: Node, isAsWanted: (read: Node) => boolean): boolean {
  const variable = name.type === 'Identifier' ? findVariable(source, name) : undefined;
  const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
  return reads.length > 0 && reads.every(({ identifier }) => isAsWanted(identifier));
}

/** `text.match(pattern) ?? []` */
function climbFallback(match: Node): Node {
  const value = getOutermostExpression(match);
  const { parent } = value;
  const isFallback = parent?.type === 'LogicalExpression' && parent.operator !== '&&' && parent.left === value;
  return isFallback ? getOutermostExpression(parent) : value;
}

/** `match[1]`, `match?.groups` */
function isPart(node: Node): boolean {
  const { parent } = node;
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return false;
  return parent.computed || getPropertyName(parent) === 'groups';
}

/** Whether the program goes another way by a value: `if (match[1])`, `match[1] === 'x'`. */
function isTested(node: Node | undefined): boolean {
  if (!node) return false;
  const value = getOutermostExpression(node);
  const { parent } = value;
  switch (parent?.type) {
    case 'IfStatement':
    case 'WhileStatement':
    case 'ConditionalExpression':
      return parent.test === value;
    case 'BinaryExpression':
      return /^[=!]==?$/.test(parent.operator);
    case 'UnaryExpression':
      return parent.operator === '!';
    case 'SwitchStatement':
      return true;
    case 'LogicalExpression':
      return parent.operator === '&&' || isTested(parent);
    default:
      return false;
  }
}
