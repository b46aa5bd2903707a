import type { TSESTree } from '@typescript-eslint/utils';
import { isFunctionNode } from './child-nodes.ts';

type Node = TSESTree.Node;

/** Whether a function does nothing but throw or reject with this error, so that it is a stub or a refusal. */
export function isWholeBody(creation: Node): boolean {
  // `Promise.reject(new Error(…))` and `throw new Error(…)` are the same answer.
  const answer = creation.parent?.type === 'CallExpression' ? creation.parent : creation;
  const statement = answer.parent;
  if (statement?.type === 'ArrowFunctionExpression') return statement.body === answer;
  if (statement?.type !== 'ThrowStatement' && statement?.type !== 'ReturnStatement') return false;
  const block = statement.parent;
  return (
    block.type === 'BlockStatement' &&
    block.body.length === 1 &&
    block.parent !== undefined &&
    isFunctionNode(block.parent)
  );
}
