import { getFailure, walk, type Failure } from 'eslint-plugin-octollm/patterns';
import type { SyntaxFile } from '../engine/transform/codemod.ts';

/** Finds the failures that a file sends, in whichever way, in the order of the text. */
export function findFailures({ source }: SyntaxFile): Failure[] {
  const failures: Failure[] = [];
  // Most files that throw at all are asked for this, and a plain walk is several times faster than a collection.
  walk(source, source.ast, (node) => {
    const failure = getFailure(source, node);
    if (failure) failures.push(failure);
  });
  return failures;
}
