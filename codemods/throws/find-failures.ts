import { getFailure, type Failure } from 'eslint-plugin-octollm/patterns';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { findNodes } from '../syntax/find-nodes.ts';

/** Finds the failures that a file sends, in whichever way. */
export function findFailures({ root, source }: SyntaxFile): Failure[] {
  return [...findNodes(root, 'ThrowStatement'), ...findNodes(root, 'CallExpression')].flatMap(
    (node) => getFailure(source, node) ?? [],
  );
}
