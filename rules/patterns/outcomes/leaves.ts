import type { Node } from '../source.ts';
import { isTerminator, isThrower } from './terminator.ts';

/** Whether control never gets behind a statement. */
export function leaves(statement: Node): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'BlockStatement':
      return statement.body.some(leaves);
    case 'IfStatement':
      return statement.alternate !== null && leaves(statement.consequent) && leaves(statement.alternate);
    case 'TryStatement':
      return (statement.finalizer !== null && leaves(statement.finalizer)) || leaves(statement.block);
    case 'ExpressionStatement':
      return isTerminator(statement.expression) || isThrower(statement.expression);
    default:
      return false;
  }
}
