import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, type Node } from '../source.ts';

/** The clause in the same function that receives what a statement throws. */
export interface LocalCatch {
  readonly clause: TSESTree.CatchClause;
  /** Whether the throw leaves a loop on its way. */
  readonly leavesLoop: boolean;
}

/** Finds the clause that a throw in a guarded block goes to; undefined for a throw out of the function, or out of a handler. */
export function findLocalCatch(statement: TSESTree.ThrowStatement): LocalCatch | undefined {
  let leavesLoop = false;
  let child: Node = statement;
  for (let current: Node | undefined = statement.parent; current; child = current, current = current.parent) {
    if (isFunction(current) || current.type === 'ClassBody' || current.type === 'CatchClause') return undefined;
    if (/^(?:For|While|DoWhile)/.test(current.type)) leavesLoop = true;
    if (current.type !== 'TryStatement') continue;
    if (current.finalizer === child) return undefined;
    if (current.handler) return { clause: current.handler, leavesLoop };
  }
  return undefined;
}
