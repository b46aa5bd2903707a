import { getDottedName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

/**
 * Whether all that is guarded is to set something that the environment may refuse, for one reason only: a property of a frozen object
 * (`Error.stackTraceLimit = 50`), or an entry of a browser's storage that is blocked or full.
 */
export function isSetting({ guarded }: ErrorHandler): boolean {
  return guarded?.type === 'BlockStatement' && guarded.body.length > 0 && guarded.body.every(sets);
}

const setsEntry = /(?:^|\.)(?:local|session)Storage\.(?:setItem|removeItem)$/;

function sets(statement: Node): boolean {
  const expression = statement.type === 'ExpressionStatement' ? unwrapExpression(statement.expression) : undefined;
  if (expression?.type === 'CallExpression') return setsEntry.test(getDottedName(expression.callee));
  if (expression?.type !== 'AssignmentExpression') return false;
  return expression.left.type === 'MemberExpression' && expression.right.type === 'Literal';
}

/** Whether all that is guarded is to give an object a property, `target[name] = wrapped`, which only an object that is closed to it refuses. */
export function isPropertySetting({ guarded }: ErrorHandler): boolean {
  return guarded?.type === 'BlockStatement' && guarded.body.length > 0 && guarded.body.every(setsProperty);
}

function setsProperty(statement: Node): boolean {
  const expression = statement.type === 'ExpressionStatement' ? unwrapExpression(statement.expression) : undefined;
  if (expression?.type === 'CallExpression')
    return /^(?:Object|Reflect)\.(?:defineProperty|defineProperties|setPrototypeOf|freeze)$/.test(
      getDottedName(expression.callee),
    );
  if (expression?.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression') return false;
  return /^(?:Literal|Identifier)$/.test(unwrapExpression(expression.right).type);
}
